/** The statements of a layer that reach the requested action, where the layer is in play. */
import { type CompiledStatement, compilePolicy, planFor } from '../compile/index.ts';
import type { Layer, Policy } from '../language/index.ts';
import type { Question } from './decide.ts';
import { exemption, nodesOf } from './reach.ts';

/** Node by node, policy by policy, in their order. */
export function forEachReached(
  layer: Layer,
  { policies, situation, view }: Question,
  visit: (statement: CompiledStatement, policy: Policy) => void,
): void {
  const nodes = nodesOf(layer, policies, situation);
  if (!nodes || exemption(layer, situation, view) !== undefined) return;
  for (const node of nodes) {
    for (const policy of node.policies) {
      for (const statement of planFor(compilePolicy(policy), situation.action).reached) visit(statement, policy);
    }
  }
}
