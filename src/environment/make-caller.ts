/** Callers of each kind, from what the environment says about them. */
import type { Policy, PolicyType, Principal, Statement } from '../language/index.ts';
import { type Caller, PLAIN_SESSION, type SessionFacts } from './caller.ts';
import type { Account, Environment, Role, Tags, User } from './environment.ts';
import { organizationPlace } from './organization-place.ts';

/** What every principal of an account shares. */
function principalOf(environment: Environment, account: Account, part: Pick<Principal, 'type' | 'arn'>): Principal {
  const management = organizationPlace(environment, account.id)?.isManagement;
  return {
    ...part,
    account: account.id,
    ...(management ? { managementAccount: true } : {}),
    ...(account.canonicalUserId === undefined ? {} : { canonicalUserId: account.canonicalUserId }),
  };
}

/** An IAM user with long-term credentials. */
export function userCaller(environment: Environment, account: Account, user: User): Caller {
  return {
    label: `user/${user.name}`,
    principal: principalOf(environment, account, { type: 'user', arn: user.arn }),
    temporary: false,
    tags: user.tags,
    ...(user.id === undefined ? {} : { userId: user.id }),
    userName: user.name,
    identity: policiesOfUser(account, user),
    ...(user.boundary ? { boundary: user.boundary } : {}),
  };
}

/** E20: the user's own and those of its groups. */
function policiesOfUser(account: Account, user: User): readonly Policy[] {
  const groups = account.groups.filter((group) => user.groups.includes(group.name));
  return [...user.policies, ...groups.flatMap((group) => group.policies)];
}

export interface RoleSession {
  readonly account: Account;
  readonly role: Role;
  readonly sessionName: string;
  /** Tags of the session, over those of the role; the role's alone when missing. */
  readonly tags?: Tags;
  readonly session?: SessionFacts;
}

/** E44, F14: a session of a role; one of a service-linked role stands apart (E45). */
export function roleCaller(environment: Environment, { account, role, sessionName, ...rest }: RoleSession): Caller {
  const type = role.arn.includes(':role/aws-service-role/') ? 'service-linked-role' : 'role-session';
  const arn = `arn:aws:sts::${account.id}:assumed-role/${role.name}/${sessionName}`;
  return {
    label: `role/${role.name}`,
    principal: { ...principalOf(environment, account, { type, arn }), roleArn: role.arn },
    temporary: true,
    tags: rest.tags ?? role.tags,
    ...(role.id === undefined ? {} : { userId: `${role.id}:${sessionName}` }),
    identity: role.policies,
    ...(role.boundary ? { boundary: role.boundary } : {}),
    session: rest.session ?? PLAIN_SESSION,
  };
}

/** E40: the root user, with long-term credentials. */
export function rootCaller(environment: Environment, account: Account): Caller {
  return {
    label: `the root user of ${account.name ?? account.id}`,
    principal: principalOf(environment, account, { type: 'root', arn: rootArn(account.id) }),
    temporary: false,
    tags: {},
    userId: account.id,
  };
}

export function rootArn(accountId: string): string {
  return `arn:aws:iam::${accountId}:root`;
}

/** E47: root of a member account, limited by the task policy. */
export function assumedRootCaller(environment: Environment, account: Account, session: SessionFacts): Caller {
  const root = rootCaller(environment, account);
  return {
    ...root,
    label: `${root.label} (AssumeRoot)`,
    principal: { ...root.principal, type: 'assumed-root' },
    temporary: true,
    session,
  };
}

export interface FederatedSession {
  /** Of the user or root that calls GetFederationToken. */
  readonly parent: Caller;
  readonly name: string;
  /** Over those of the user. */
  readonly tags: Tags;
  readonly session: SessionFacts;
}

/** F20: what the parent may do, cut down by the session policies. */
export function federatedCaller({ parent, name, tags, session }: FederatedSession): Caller {
  const { account = '', arn = '' } = parent.principal;
  return {
    label: `federated-user/${name}`,
    principal: {
      ...parent.principal,
      type: 'federated-user',
      arn: `arn:aws:sts::${account}:federated-user/${name}`,
      userArn: arn,
    },
    temporary: true,
    tags,
    userId: `${account}:${name}`,
    identity: parent.identity ?? [rootPolicy('identity')],
    ...(parent.boundary ? { boundary: parent.boundary } : {}),
    session,
  };
}

/** E40: what the root user may do, where it must stand as a policy. */
export function rootPolicy(type: PolicyType): Policy {
  const everything = { not: false, values: [{ value: '*' }] };
  const statement: Statement = { index: 0, effect: 'Allow', action: everything, resource: everything, conditions: [] };
  return { name: 'root user', type, document: { version: '2012-10-17', statements: [statement] } };
}

/** E42: a service principal that calls for itself. */
export function serviceCaller(service: string): Caller {
  return { label: service, principal: { type: 'service', service }, temporary: false, tags: {} };
}

/** E43 */
export const ANONYMOUS_CALLER: Caller = {
  label: 'anonymous',
  principal: { type: 'anonymous' },
  temporary: false,
  tags: {},
};

/** F6, F7: a caller with a token of an identity provider and no AWS credentials. */
export function tokenCaller(type: 'saml' | 'oidc', provider: string): Caller {
  return { label: provider, principal: { type, provider }, temporary: false, tags: {} };
}
