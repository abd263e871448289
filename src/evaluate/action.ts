/** Does the statement's Action or NotAction reach the requested action? (B1 to B4) */
import { type ActionName, type CompiledStatement, matchesAction, reachesAction } from '../compile/index.ts';
import { type ElementTrace, locationIn, type PolicyDocument, truthOf } from '../language/index.ts';

export function traceAction(statement: CompiledStatement, action: ActionName, document: PolicyDocument): ElementTrace {
  const values = statement.actions.map((candidate) => {
    const location = locationIn(document, candidate.text.range);
    const matches = truthOf(matchesAction(candidate, action));
    return { value: candidate.text.value, matches, ...(location ? { location } : {}) };
  });
  const element = statement.statement.action.not ? 'NotAction' : 'Action';
  return { element, matches: truthOf(reachesAction(statement, action)), values };
}
