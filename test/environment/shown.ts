/** Policies in play as their names. */
import type { OrganizationNode, PoliciesInPlay, Policy } from '../../src/language/index.ts';

/** Names instead of policies, null for a type that is not in play. */
export function shown(policies: PoliciesInPlay): Record<string, unknown> {
  const names = (list: readonly Policy[] | undefined) => list?.map((policy) => policy.name) ?? null;
  const nodes = (list: readonly OrganizationNode[] | undefined) =>
    list?.map((node) => [node.level, node.id, ...node.policies.map((policy) => policy.name)].join(' ')) ?? null;
  return {
    identity: names(policies.identity),
    boundary: names(policies.boundary),
    session: names(policies.session),
    resource: policies.resource?.name ?? null,
    trust: policies.trust?.name ?? null,
    scps: nodes(policies.scps),
    rcps: nodes(policies.rcps),
    vpce: names(policies.vpce),
  };
}
