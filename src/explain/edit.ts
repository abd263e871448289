/** The same policies in play with one statement changed, for what-if questions. */
import type { PoliciesInPlay, Policy, Statement } from '../language/index.ts';

export interface StatementAddress {
  readonly policy: Policy;
  /** From 0; one past the last statement appends. */
  readonly statement: number;
}

/** The address's policy is found by identity, wherever it is in play. */
export function editStatement(
  policies: PoliciesInPlay,
  address: StatementAddress,
  edit: (statement: Statement) => Statement,
): PoliciesInPlay {
  const edited = editPolicy(address, edit);
  const one = (policy: Policy): Policy => (policy === address.policy ? edited : policy);
  const nodes = (list: PoliciesInPlay['scps']) => list?.map((node) => ({ ...node, policies: node.policies.map(one) }));
  return {
    ...policies,
    ...(policies.identity ? { identity: policies.identity.map(one) } : {}),
    ...(policies.boundary ? { boundary: policies.boundary.map(one) } : {}),
    ...(policies.session ? { session: policies.session.map(one) } : {}),
    ...(policies.vpce ? { vpce: policies.vpce.map(one) } : {}),
    ...(policies.resource ? { resource: one(policies.resource) } : {}),
    ...(policies.trust ? { trust: one(policies.trust) } : {}),
    ...(policies.scps ? { scps: nodes(policies.scps) ?? [] } : {}),
    ...(policies.rcps ? { rcps: nodes(policies.rcps) ?? [] } : {}),
  };
}

function editPolicy(address: StatementAddress, edit: (statement: Statement) => Statement): Policy {
  const { document } = address.policy;
  const statements = [...document.statements];
  const old = statements[address.statement] ?? NOTHING;
  statements[address.statement] = edit(old);
  return { ...address.policy, document: { ...document, statements } };
}

/** A statement that applies to no request: one is removed by putting this in its place, so that the others keep theirs. */
export const NOTHING: Statement = { index: 0, effect: 'Deny', action: { not: false, values: [] }, conditions: [] };
