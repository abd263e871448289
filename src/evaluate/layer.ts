/** One layer against the request: every statement of every policy in it, united per node (E11, E20). */
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
import { splitAction } from './action.ts';
import { exemption, nodesOf } from './reach.ts';
import type { RequestView } from './request-view.ts';
import type { Situation } from './situation.ts';
import { evaluateStatement } from './statement.ts';

export function evaluateLayer(
  layer: Layer,
  policies: PoliciesInPlay,
  situation: Situation,
  view: RequestView,
): LayerTrace {
  const nodes = nodesOf(layer, policies);
  if (!nodes) return { layer, state: 'not-in-play', allows: allowsWithout(layer, view), denies: 'no', nodes: [] };
  const action = splitAction(view.request.action);
  const traces = nodes.map(({ policies: united, ...node }): NodeTrace => {
    const statements = united
      .map(compilePolicy)
      .flatMap((policy) => policy.statements.map((statement) => evaluateStatement(statement, policy, action, view)));
    return { ...node, allows: anyOf(appliesWith(statements, 'Allow')), statements };
  });
  const rule = exemption(layer, view.request, situation, view.settings);
  if (rule !== undefined)
    return { layer, state: 'exempt', rule, allows: allowsWithout(layer, view), denies: 'no', nodes: traces };
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

/** A missing layer that only limits limits nothing; a missing one that grants grants nothing. */
function allowsWithout(layer: Layer, view: RequestView): Truth {
  switch (layer) {
    case 'identity':
    case 'resource':
    case 'trust':
      return 'no';
    case 'session':
      // E34 (contested: I18): a federated user session without session policy has nothing.
      return view.request.principal.type === 'federated-user' &&
        view.settings.federatedWithoutSessionPolicy === 'nothing'
        ? 'no'
        : 'yes';
    default:
      return 'yes';
  }
}
