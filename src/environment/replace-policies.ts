/** An environment, its callers and hops with other policies in place of some: what would be if a file said something else. */
import type { Policy } from '../language/index.ts';
import { attachedPolicies } from './attached-policies.ts';
import type { Caller, SessionFacts } from './caller.ts';
import type { Account, Environment, OrganizationUnit } from './environment.ts';
import type { Hop } from './hop.ts';

/** Nothing in place of a policy: it is not attached any more. A role's trust policy stays where nothing takes its place. */
export type ReplacePolicy = (policy: Policy) => Policy | undefined;

export function replaceInEnvironment(environment: Environment, replace: ReplacePolicy): Environment {
  const accounts = environment.accounts.map((account) => replaceInAccount(account, replace));
  const { organization: before } = environment;
  const organization = before && { ...before, root: replaceInUnit(before.root, replace) };
  return {
    ...environment,
    ...(organization ? { organization } : {}),
    accounts,
    policies: attachedPolicies(organization, accounts),
  };
}

export function replaceInCaller(caller: Caller, replace: ReplacePolicy): Caller {
  const { boundary, session, identity, ...rest } = caller;
  return {
    ...rest,
    ...(identity ? { identity: list(identity, replace) } : {}),
    ...own('boundary', boundary, replace),
    ...(session ? { session: replaceInSession(session, replace) } : {}),
  };
}

function replaceInSession({ policies, ...rest }: SessionFacts, replace: ReplacePolicy): SessionFacts {
  const left = policies && ceiling(policies, replace);
  return { ...rest, ...(left ? { policies: left } : {}) };
}

export function replaceInHop({ sessionPolicy, sessionPolicies, ...rest }: Hop, replace: ReplacePolicy): Hop {
  const managed = sessionPolicies && ceiling(sessionPolicies, replace);
  return {
    ...rest,
    ...own('sessionPolicy', sessionPolicy, replace),
    ...(managed ? { sessionPolicies: managed } : {}),
  };
}

function list(policies: readonly Policy[], replace: ReplacePolicy): readonly Policy[] {
  return policies.flatMap((policy) => replace(policy) ?? []);
}

/** Without its last policy there is no ceiling any more. */
function ceiling(policies: readonly Policy[], replace: ReplacePolicy): readonly Policy[] | undefined {
  const left = list(policies, replace);
  return left.length === 0 && policies.length > 0 ? undefined : left;
}

function replaceInUnit(unit: OrganizationUnit, replace: ReplacePolicy): OrganizationUnit {
  return {
    ...unit,
    scps: list(unit.scps, replace),
    rcps: list(unit.rcps, replace),
    units: unit.units.map((below) => replaceInUnit(below, replace)),
  };
}

function replaceInAccount(account: Account, replace: ReplacePolicy): Account {
  return {
    ...account,
    scps: list(account.scps, replace),
    rcps: list(account.rcps, replace),
    groups: account.groups.map((group) => ({ ...group, policies: list(group.policies, replace) })),
    users: account.users.map(({ boundary, ...user }) => ({
      ...user,
      policies: list(user.policies, replace),
      ...own('boundary', boundary, replace),
    })),
    roles: account.roles.map(({ boundary, ...role }) => ({
      ...role,
      trust: replace(role.trust) ?? role.trust,
      policies: list(role.policies, replace),
      ...own('boundary', boundary, replace),
    })),
    resources: account.resources.map(({ policy, ...resource }) => ({ ...resource, ...own('policy', policy, replace) })),
    vpcEndpoints: account.vpcEndpoints.map(({ policy, ...endpoint }) => ({
      ...endpoint,
      ...own('policy', policy, replace),
    })),
  };
}

/** The member with what takes the place of its policy; no member where there is none, or none any more. */
function own<Name extends string>(name: Name, policy: Policy | undefined, replace: ReplacePolicy) {
  const left = policy && replace(policy);
  const members: { [One in Name]?: Policy } = {};
  if (left) members[name] = left;
  return members;
}
