/** One statement against the request: it applies when principal, action, resource and every condition match (B5). */
import type { ActionName, Candidate, CompiledStatement } from '../compile/index.ts';
import { allOf, locationIn, type Policy, type StatementTrace, type Truth } from '../language/index.ts';
import { traceAction } from './action.ts';
import { conditionHolds } from './condition.ts';
import { traceCondition } from './condition-trace.ts';
import { possiblePrincipalMatches, principalMatches, tracePrincipal } from './principal.ts';
import type { RequestView } from './request-view.ts';
import { type Colons, resourceElementMatches, resourceMatches, traceResource } from './resource.ts';

/** Does a statement apply whose action is known to match? */
export function candidateApplies({ statement, resource }: Candidate, view: RequestView, colons: Colons): Truth {
  if (statement.isPlain && resource === 'matches') return 'yes';
  const names = statement.statement.principal ? namesCaller(statement, view) : 'yes';
  if (names === 'no') return 'no';
  let result = reaches(resource, statement, view, colons);
  if (result === 'yes') result = names;
  for (const condition of statement.conditions) {
    if (result === 'no') return 'no';
    const holds = conditionHolds(condition, view);
    if (holds !== 'yes') result = holds;
  }
  return result;
}

/** Does the Principal or NotPrincipal element take in the caller? */
export function namesCaller(statement: CompiledStatement, view: RequestView): Truth {
  if (principalMatches(statement, view) !== 0) return 'yes';
  return possiblePrincipalMatches(statement, view) === 0 ? 'no' : 'unknown';
}

function reaches(
  resource: Candidate['resource'],
  statement: CompiledStatement,
  view: RequestView,
  colons: Colons,
): Truth {
  if (resource === 'matches') return 'yes';
  if (resource === 'element') return resourceElementMatches(statement, view, colons);
  return resourceMatches(resource, view, colons);
}

/** Traces statements of a question, each once. */
export type StatementTracer = (compiled: CompiledStatement, policy: Policy) => StatementTrace;

export function statementTracer(action: ActionName, view: RequestView): StatementTracer {
  const traces = new Map<CompiledStatement, StatementTrace>();
  return (compiled, policy) => {
    let trace = traces.get(compiled);
    if (!trace) {
      trace = traceStatement(compiled, policy, action, view);
      traces.set(compiled, trace);
    }
    return trace;
  };
}

/** Whether the statement applies, with everything that led there. */
function traceStatement(
  compiled: CompiledStatement,
  policy: Policy,
  action: ActionName,
  view: RequestView,
): StatementTrace {
  const { statement } = compiled;
  const { document } = policy;
  const principal = tracePrincipal(compiled, document, view);
  const actionTrace = traceAction(compiled, action, document);
  const resource = traceResource(compiled, document, view);
  // What a plan adds for an action that is not known is told with the action.
  const own = compiled.conditions.slice(0, statement.conditions.length);
  const conditions = own.map((condition) => traceCondition(condition, document, view));
  const location = locationIn(document, statement.range);
  return {
    policy,
    statement: statement.index,
    ...(statement.sid === undefined ? {} : { sid: statement.sid }),
    effect: statement.effect,
    applies: allOf([
      principal?.matches ?? 'yes',
      actionTrace.matches,
      resource?.matches ?? 'yes',
      ...conditions.map((condition) => condition.holds),
    ]),
    ...(principal ? { principal } : {}),
    action: actionTrace,
    ...(resource ? { resource } : {}),
    conditions,
    ...(location ? { location } : {}),
  };
}
