/** One layer against the request, with its trace: every statement of every policy in it, united per node (E11, E20). */
import { compilePolicy } from '../compile/index.ts';
import {
  allOf,
  anyOf,
  type Effect,
  type Layer,
  type LayerTrace,
  type NodeTrace,
  type PoliciesInPlay,
  type StatementTrace,
  type Truth,
} from '../language/index.ts';
import { allowsWithout, exemption, nodesOf } from './reach.ts';
import type { RequestView } from './request-view.ts';
import type { Situation } from './situation.ts';
import { traceStatement } from './statement.ts';

export function traceLayer(
  layer: Layer,
  policies: PoliciesInPlay,
  situation: Situation,
  view: RequestView,
): LayerTrace {
  const nodes = nodesOf(layer, policies, situation);
  if (!nodes) return { layer, state: 'not-in-play', allows: allowsWithout(layer, view), denies: 'no', nodes: [] };
  const traces = nodes.map(({ policies: united, ...node }): NodeTrace => {
    const statements = united
      .map(compilePolicy)
      .flatMap((policy) => policy.statements.map((one) => traceStatement(one, policy, situation.action, view)));
    return { ...node, allows: anyOf(appliesWith(statements, 'Allow')), statements };
  });
  const rule = exemption(layer, situation, view);
  if (rule !== undefined) {
    return { layer, state: 'exempt', rule, allows: allowsWithout(layer, view), denies: 'no', nodes: traces };
  }
  return {
    layer,
    state: 'in-play',
    allows: allOf(traces.map((node) => node.allows)),
    denies: anyOf(traces.flatMap((node) => appliesWith(node.statements, 'Deny'))),
    nodes: traces,
  };
}

function appliesWith(statements: readonly StatementTrace[], effect: Effect): Truth[] {
  return statements.filter((statement) => statement.effect === effect).map((statement) => statement.applies);
}
