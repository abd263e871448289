/** Does the statement's Action or NotAction reach the requested action? (B1 to B4) */
import type { CompiledAction, CompiledStatement } from '../compile/index.ts';
import { type ElementTrace, locationIn, matchesPattern, type PolicyDocument, truthOf } from '../language/index.ts';

/** The requested action in lower case, split at its colon. */
export interface ActionName {
  readonly service: string;
  readonly name: string;
}

export function splitAction(action: string): ActionName {
  const lower = action.toLowerCase();
  const colon = lower.indexOf(':');
  return { service: lower.slice(0, Math.max(colon, 0)), name: lower.slice(colon + 1) };
}

export function evaluateAction(
  statement: CompiledStatement,
  action: ActionName,
  document: PolicyDocument,
): ElementTrace {
  const values = statement.actions.map((candidate) => {
    const location = locationIn(document, candidate.text.range);
    return {
      value: candidate.text.value,
      matches: truthOf(matchesAction(candidate, action)),
      ...(location ? { location } : {}),
    };
  });
  const listed = values.some((value) => value.matches === 'yes');
  const { not } = statement.statement.action;
  // A12: an empty list makes the statement match nothing, NotAction included.
  const matches = truthOf(values.length > 0 && listed !== not);
  return { element: not ? 'NotAction' : 'Action', matches, values };
}

function matchesAction(candidate: CompiledAction, action: ActionName): boolean {
  if (!candidate.valid) return false;
  if (candidate.service === undefined || candidate.name === undefined) return true;
  return candidate.service === action.service && matchesPattern(candidate.name, action.name);
}
