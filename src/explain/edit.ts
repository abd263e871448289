/** The same policies in play with one statement changed, for what-if questions. */
import type { PoliciesInPlay, Policy, Statement } from '../language/index.ts';

export interface StatementAddress {
  readonly policy: Policy;
  /** From 0; one past the last statement appends. */
  readonly statement: number;
}

/** `edit` gives the new statement, or undefined to remove it. The address's policy is found by identity, wherever it is in play. */
export function editStatement(
  policies: PoliciesInPlay,
  address: StatementAddress,
  edit: (statement: Statement) => Statement | undefined,
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

function editPolicy(address: StatementAddress, edit: (statement: Statement) => Statement | undefined): Policy {
  const { document } = address.policy;
  const before = document.statements.slice(0, address.statement);
  const after = document.statements.slice(address.statement + 1);
  const old = document.statements[address.statement] ?? (document.statements.at(-1) as Statement);
  const changed = edit(old);
  // Indexes stay, so that a trace of the edited policy still points at the same statements.
  return {
    ...address.policy,
    document: { ...document, statements: [...before, ...(changed ? [changed] : []), ...after] },
  };
}
