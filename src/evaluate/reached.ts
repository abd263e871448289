/** The policies of a layer with what they have to say of the requested action, where the layer is in play. */
import { type ActionPlan, compilePolicy, planFor } from '../compile/index.ts';
import type { Layer, Policy } from '../language/index.ts';
import type { Question } from './decide.ts';
import { exemption, nodesOf } from './reach.ts';

/** Node by node, policy by policy, in their order. */
export function forEachPlan(
  layer: Layer,
  { policies, situation, view }: Question,
  visit: (plan: ActionPlan, policy: Policy) => void,
): void {
  const nodes = nodesOf(layer, policies, situation);
  if (!nodes || exemption(layer, situation, view) !== undefined) return;
  for (const node of nodes) {
    for (const policy of node.policies) visit(planFor(compilePolicy(policy), situation.action), policy);
  }
}
