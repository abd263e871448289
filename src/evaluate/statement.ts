/** One statement against the request: it applies when principal, action, resource and every condition match (B5). */
import type { CompiledPolicy, CompiledStatement } from '../compile/index.ts';
import { allOf, locationIn, type StatementTrace } from '../language/index.ts';
import { type ActionName, evaluateAction } from './action.ts';
import { traceCondition } from './condition-trace.ts';
import { evaluatePrincipal } from './principal.ts';
import type { RequestView } from './request-view.ts';
import { evaluateResource } from './resource.ts';

export function evaluateStatement(
  compiled: CompiledStatement,
  owner: CompiledPolicy,
  action: ActionName,
  view: RequestView,
): StatementTrace {
  const { statement } = compiled;
  const { document } = owner.policy;
  const principal = evaluatePrincipal(compiled, document, view);
  const actionTrace = evaluateAction(compiled, action, document);
  const resource = evaluateResource(compiled, document, view);
  const conditions = compiled.conditions.map((condition) => traceCondition(condition, document, view));
  const location = locationIn(document, statement.range);
  return {
    policy: owner.policy,
    statement: statement.index,
    ...(statement.sid !== undefined ? { sid: statement.sid } : {}),
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
