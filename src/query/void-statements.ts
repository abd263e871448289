/** Allow statements that give nothing to anybody who has them: other layers let none of it through. Proven over all requests. */
import type { Catalog } from '../catalog/index.ts';
import { type Caller, callersOf, type Environment, organizationPlace } from '../environment/index.ts';
import type { OrganizationNode, PoliciesInPlay, Policy, Settings, Statement } from '../language/index.ts';
import { type Asked, elsewhere, findRequest, permitting } from '../prove/index.ts';

export interface VoidStatement {
  readonly policy: Policy;
  readonly statement: Statement;
  /** Everybody who has the policy. */
  readonly callers: readonly Caller[];
  /** What stands in the way of the first of them: `the permissions boundary limits.json`. */
  readonly by: string;
}

export interface VoidQuestion {
  readonly catalog: Catalog;
  readonly settings: Settings;
}

/** What is not certain to be void is left out. */
export function voidStatements(environment: Environment, question: VoidQuestion): readonly VoidStatement[] {
  return [...holdersOf(environment)].flatMap(([policy, holders]) =>
    policy.document.statements.flatMap((statement): VoidStatement[] => {
      if (statement.effect !== 'Allow') return [];
      const grant: Grant = { policy, statement };
      const limits = holders.map((caller) => limitsOf(environment, caller));
      if (!limits.every((one, index) => isVoid(one, grant, holders[index], question))) return [];
      // What matches no request at all is void by itself.
      const [caller] = holders;
      if (!limits[0] || isVoid({ denies: [] }, grant, caller, question)) return [];
      return [{ policy, statement, callers: holders, by: culprit(limits[0], grant, caller, question) }];
    }),
  );
}

interface Grant {
  readonly policy: Policy;
  readonly statement: Statement;
}

/** What stands between a grant and a call, on the caller's side. */
interface Limits {
  readonly boundary?: Policy | undefined;
  readonly scps?: readonly OrganizationNode[] | undefined;
  /** Deny statements of the caller's own policies. */
  readonly denies: readonly Policy[];
}

function holdersOf(environment: Environment): ReadonlyMap<Policy, readonly Caller[]> {
  const holders = new Map<Policy, Caller[]>();
  for (const caller of callersOf(environment)) {
    for (const policy of new Set(caller.identity ?? [])) holders.set(policy, [...(holders.get(policy) ?? []), caller]);
  }
  return holders;
}

function limitsOf(environment: Environment, { principal, boundary, identity = [] }: Caller): Limits {
  const place = organizationPlace(environment, principal.account);
  return {
    boundary,
    scps: place?.scps,
    denies: identity.flatMap((policy) => {
      const own = policy.document.statements.filter(({ effect }) => effect === 'Deny');
      return own.length > 0 ? [{ ...policy, document: { ...policy.document, statements: own } }] : [];
    }),
  };
}

function isVoid(
  { boundary, scps, denies }: Limits,
  { policy, statement }: Grant,
  caller: Caller | undefined,
  { catalog, settings }: VoidQuestion,
): boolean {
  if (!caller) return false;
  const own = { ...policy, document: { ...policy.document, statements: [statement] } };
  const stack: PoliciesInPlay = {
    identity: [own, ...denies],
    ...(boundary ? { boundary: [boundary] } : {}),
    ...(scps ? { scps } : {}),
  };
  const { principal } = caller;
  const asked: Asked = { principal, requests: 'any', anywhere: 'resource' };
  const ways: readonly [PoliciesInPlay, Asked][] = [
    [
      { ...stack, ...permitting() },
      { ...asked, resourceAccount: elsewhere(principal.account) },
    ],
    [stack, asked],
  ];
  return ways.every(
    ([allowedBy, about]) =>
      findRequest({ allowedBy, notAllowedBy: { identity: [] }, asked: about, catalog, settings }).kind === 'proved',
  );
}

/** The one layer without which something came through, or all of them. */
function culprit(limits: Limits, grant: Grant, caller: Caller | undefined, question: VoidQuestion): string {
  const { boundary, scps = [], denies } = limits;
  const opens = (changed: Limits) => !isVoid(changed, grant, caller, question);
  if (boundary && opens({ ...limits, boundary: undefined })) return `the permissions boundary \`${boundary.name}\``;
  const policies = scps.flatMap((node) => node.policies);
  if (scps.length > 0 && opens({ ...limits, scps: undefined })) {
    const [one] = policies.length === 1 ? policies : [];
    return one ? `the service control policy \`${one.name}\`` : 'the service control policies';
  }
  const denier = denies.find((one) => opens({ ...limits, denies: denies.filter((other) => other !== one) }));
  return denier ? `a Deny of \`${denier.name}\`` : 'several layers, each by itself';
}
