/** Every policy of an environment, as often as it is attached. */
import type { Policy } from '../language/index.ts';
import type { Account, Organization, OrganizationUnit, Role, User } from './environment.ts';

export function attachedPolicies(organization: Organization | undefined, accounts: readonly Account[]): Policy[] {
  return [...(organization ? policiesOfUnit(organization.root) : []), ...accounts.flatMap(policiesOfAccount)];
}

function policiesOfUnit(unit: OrganizationUnit): Policy[] {
  return [...unit.scps, ...unit.rcps, ...unit.units.flatMap(policiesOfUnit)];
}

function policiesOfAccount(account: Account): Policy[] {
  return [
    ...account.scps,
    ...account.rcps,
    ...account.groups.flatMap((group) => group.policies),
    ...account.users.flatMap(policiesOfIdentity),
    ...account.roles.flatMap((role) => [role.trust, ...policiesOfIdentity(role)]),
    ...[...account.resources, ...account.vpcEndpoints].flatMap(({ policy }) => (policy ? [policy] : [])),
  ];
}

function policiesOfIdentity({ policies, boundary }: User | Role): Policy[] {
  return boundary ? [...policies, boundary] : [...policies];
}
