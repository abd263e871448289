/** Does the statement's Action or NotAction reach the requested action? (B1 to B4) */
import {
  type ActionName,
  type CompiledStatement,
  matchesAction,
  mayMatchAction,
  reachesAction,
} from '../compile/index.ts';
import { type ElementTrace, locationIn, type PolicyDocument, type ValueTrace } from '../language/index.ts';

export function traceAction(statement: CompiledStatement, action: ActionName, document: PolicyDocument): ElementTrace {
  const traces = tracesOf(statement, document);
  const values = traces.map(({ matching, other }, index) => {
    const candidate = statement.actions[index];
    if (candidate && mayMatchAction(candidate, action)) return { ...other, matches: 'unknown' as const };
    return candidate && matchesAction(candidate, action) ? matching : other;
  });
  const element = statement.statement.action.not ? 'NotAction' : 'Action';
  return { element, matches: reachesAction(statement, action), values };
}

/** What can be said of one value. */
interface ValueTraces {
  readonly matching: ValueTrace;
  readonly other: ValueTrace;
}

/** Some statements name a thousand actions, and each matches or does not: both are written down once. */
const TRACES = new WeakMap<CompiledStatement, readonly ValueTraces[]>();

function tracesOf(statement: CompiledStatement, document: PolicyDocument): readonly ValueTraces[] {
  const known = TRACES.get(statement);
  if (known) return known;
  const traces = statement.actions.map(({ text: { value, range } }): ValueTraces => {
    const location = locationIn(document, range);
    const place = location ? { location } : {};
    return { matching: { value, matches: 'yes', ...place }, other: { value, matches: 'no', ...place } };
  });
  TRACES.set(statement, traces);
  return traces;
}
