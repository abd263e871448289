/** Which policies a request meets. A member that is missing means: that policy type is not in play. */
import { LAYERS, type Layer } from './decision.ts';
import type { Policy } from './policy-document.ts';

/** One node of the organization's path: the SCPs or RCPs attached to it are united, nodes are intersected (E11). */
export interface OrganizationNode {
  readonly level: 'root' | 'ou' | 'account';
  readonly id?: string;
  readonly policies: readonly Policy[];
}

export interface PoliciesInPlay {
  /** All identity policies of the caller, groups included (E20); for a federated user those of the calling user (F20). */
  readonly identity?: readonly Policy[];
  /** An empty list is a boundary that allows nothing; only a missing member is "no boundary". */
  readonly boundary?: readonly Policy[];
  /** Session policies passed; an empty list allows nothing, a missing member is "none passed". */
  readonly session?: readonly Policy[];
  /** The resource-based policy of the requested resource. */
  readonly resource?: Policy;
  /** The trust policy of the role, for sts calls on a role. */
  readonly trust?: Policy;
  /** SCPs of the caller's account, root first (E16). */
  readonly scps?: readonly OrganizationNode[];
  /** RCPs of the resource's account, root first, RCPFullAWSAccess written out (E65, A42). */
  readonly rcps?: readonly OrganizationNode[];
  /** Policies of the VPC endpoint the request passes (E70). */
  readonly vpce?: readonly Policy[];
}

/** Policies that are united: all of a layer, or those of one node of the organization. */
export type PolicyNode = Pick<OrganizationNode, 'policies'> & Partial<OrganizationNode>;

/** The nodes of a layer; undefined where the layer is not in play. */
export function policyNodes(layer: Layer, policies: PoliciesInPlay): readonly PolicyNode[] | undefined {
  switch (layer) {
    case 'scp':
      return policies.scps;
    case 'rcp':
      return policies.rcps;
    case 'resource':
    case 'trust': {
      const policy = policies[layer];
      return policy && [{ policies: [policy] }];
    }
    case 'vpce':
    case 'identity':
    case 'boundary':
    case 'session': {
      const list = policies[layer];
      return list && [{ policies: list }];
    }
    default:
      return layer satisfies never;
  }
}

/** All of them as one list, in the order of LAYERS. */
export function policiesIn(policies: PoliciesInPlay): readonly Policy[] {
  return LAYERS.flatMap((layer) => policyNodes(layer, policies)?.flatMap((node) => node.policies) ?? []);
}

/** The same policies in play with others in their place; one that is replaced by nothing is not attached any more. */
export function replacePolicies(
  policies: PoliciesInPlay,
  replace: (policy: Policy) => Policy | undefined,
): PoliciesInPlay {
  const { identity, scps, rcps } = policies;
  const list = (all: readonly Policy[]) => all.flatMap((one) => replace(one) ?? []);
  const nodes = (all: readonly OrganizationNode[]) => all.map((node) => ({ ...node, policies: list(node.policies) }));
  const replaced: { -readonly [Name in keyof PoliciesInPlay]: PoliciesInPlay[Name] } = {
    ...(identity ? { identity: list(identity) } : {}),
    ...(scps ? { scps: nodes(scps) } : {}),
    ...(rcps ? { rcps: nodes(rcps) } : {}),
  };
  for (const layer of ['boundary', 'session', 'vpce'] as const) {
    const all = policies[layer];
    const left = all && list(all);
    // Without its last policy there is no ceiling; a list that was empty from the beginning allows nothing.
    if (left && (left.length > 0 || all.length === 0)) replaced[layer] = left;
  }
  for (const layer of ['resource', 'trust'] as const) {
    const policy = policies[layer];
    const left = policy && replace(policy);
    if (left) replaced[layer] = left;
  }
  return replaced;
}
