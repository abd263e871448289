/** What all policies in play have to say of one action: layer by layer, node by node, without those that are silent. */
import {
  type Effect,
  LAYERS,
  type Layer,
  type PoliciesInPlay,
  type PolicyNode,
  policyNodes,
} from '../language/index.ts';
import type { ActionName } from './action-name.ts';
import { planFor, type ResourceIndex } from './action-plan.ts';
import { compilePolicy } from './compile-policy.ts';

/** The policies of one node. */
export type NodePlan = Readonly<Record<Effect, readonly ResourceIndex[]>>;

export interface LayerPlan {
  readonly layer: Layer;
  /** Undefined where the layer is not in play. */
  readonly nodes: readonly NodePlan[] | undefined;
}

/** Plans kept per set of policies; requests for very many actions start over rather than grow without bound. */
const MOST_PLANS = 256;
const PLANS = new WeakMap<PoliciesInPlay, Map<string, readonly LayerPlan[]>>();

/** In the order of LAYERS. INVARIANT: nobody changes policies in play in place; a change makes a new object. */
export function setPlanFor(policies: PoliciesInPlay, action: ActionName): readonly LayerPlan[] {
  let plans = PLANS.get(policies);
  if (!plans) {
    plans = new Map();
    PLANS.set(policies, plans);
  }
  let plan = plans.get(action.id);
  if (!plan) {
    if (plans.size >= MOST_PLANS) plans.clear();
    plan = LAYERS.map((layer) => ({
      layer,
      nodes: policyNodes(layer, policies)?.map((node) => planNode(node, action)),
    }));
    plans.set(action.id, plan);
  }
  return plan;
}

function planNode({ policies }: PolicyNode, action: ActionName): NodePlan {
  const plans = policies.map((policy) => planFor(compilePolicy(policy), action));
  return {
    Allow: plans.map(({ Allow }) => Allow).filter(speaks),
    Deny: plans.map(({ Deny }) => Deny).filter(speaks),
  };
}

function speaks({ always, byPrefix }: ResourceIndex): boolean {
  return always.length + byPrefix.entries.length > 0;
}
