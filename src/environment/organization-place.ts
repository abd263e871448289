/** Where an account stands in the organization. */
import type { OrganizationNode } from '../language/index.ts';
import type { Account, Environment, OrganizationUnit } from './environment.ts';

export interface OrganizationPlace {
  readonly organizationId: string;
  /** `o-x/r-y/ou-z/`, as in aws:PrincipalOrgPaths. */
  readonly path: string;
  readonly isManagement: boolean;
  /** The root, the units on the way, last the account itself (E11). */
  readonly scps: readonly OrganizationNode[];
  readonly rcps: readonly OrganizationNode[];
}

const PLACES = new WeakMap<Environment, Map<string | undefined, OrganizationPlace | undefined>>();

/** Undefined for an account outside the organization. Each account's place is one object, so that its policies are compared by identity. */
export function organizationPlace(
  environment: Environment,
  accountId: string | undefined,
): OrganizationPlace | undefined {
  const places = PLACES.get(environment) ?? new Map<string | undefined, OrganizationPlace | undefined>();
  PLACES.set(environment, places);
  if (!places.has(accountId)) places.set(accountId, findPlace(environment, accountId));
  return places.get(accountId);
}

function findPlace(
  { organization, accounts }: Environment,
  accountId: string | undefined,
): OrganizationPlace | undefined {
  const account = accounts.find(({ id }) => id === accountId);
  const units = organization && account && unitsAbove(organization.root, account.id);
  if (!units) return undefined;
  return {
    organizationId: organization.id,
    path: `${[organization.id, ...units.map(({ id }) => id)].join('/')}/`,
    isManagement: account.id === organization.managementAccount,
    scps: nodesOf(units, account, 'scps'),
    rcps: nodesOf(units, account, 'rcps'),
  };
}

function unitsAbove(unit: OrganizationUnit, accountId: string): OrganizationUnit[] | undefined {
  if (unit.accounts.includes(accountId)) return [unit];
  for (const below of unit.units) {
    const found = unitsAbove(below, accountId);
    if (found) return [unit, ...found];
  }
  return undefined;
}

function nodesOf(units: readonly OrganizationUnit[], account: Account, kind: 'scps' | 'rcps'): OrganizationNode[] {
  return [
    ...units.map((unit) => ({ level: unit.level, id: unit.id, policies: unit[kind] })),
    { level: 'account', id: account.id, policies: account[kind] },
  ];
}
