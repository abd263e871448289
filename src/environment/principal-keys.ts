/** Context keys of the caller: who it is, its account, organization and tags (D, D1, D2, D7). */
import type { PrincipalType } from '../language/index.ts';
import type { Caller } from './caller.ts';
import { type AbsentKey, type Derived, type DerivedKey, derived } from './derived.ts';
import type { Environment } from './environment.ts';
import { organizationPlace } from './organization-place.ts';

export function principalKeys(environment: Environment, caller: Caller): Derived {
  const { principal } = caller;
  switch (principal.type) {
    case 'service':
      return derived({ keys: serviceKeys(principal.service ?? ''), absent: SERVICE_LACKS });
    case 'anonymous':
      return derived({ keys: ANONYMOUS, absent: ANONYMOUS_LACKS });
    case 'saml':
    case 'oidc':
      return derived({ absent: UNSIGNED_LACKS });
    default:
      return derived({
        keys: [...identityKeys(caller), ...organizationKeys(environment, caller), ...tagKeys(caller)],
        absent: absentKeys(caller),
      });
  }
}

/** aws:PrincipalType of each kind of caller that has an account. */
const TYPE_NAMES: Partial<Record<PrincipalType, string>> = {
  user: 'User',
  'role-session': 'AssumedRole',
  'service-linked-role': 'AssumedRole',
  'federated-user': 'FederatedUser',
  root: 'Account',
  'assumed-root': 'Account',
};

function identityKeys(caller: Caller): DerivedKey[] {
  const { principal, label } = caller;
  const keys: DerivedKey[] = [];
  const add = (key: string, value: string | undefined, because: string) => {
    if (value !== undefined) keys.push({ key, value, because });
  };
  // D1: for a role session the role, never the session.
  add('aws:PrincipalArn', principal.roleArn ?? principal.arn, principal.roleArn ? `the role of ${label}` : label);
  add('aws:PrincipalAccount', principal.account, `the account of ${label}`);
  add('aws:PrincipalIsAWSService', 'false', `${label} is no service principal`);
  add('aws:PrincipalType', TYPE_NAMES[principal.type], label);
  add('aws:userid', caller.userId, `the unique id of ${label}`);
  add('aws:username', caller.userName, `the name of the IAM user`);
  return keys;
}

function organizationKeys(environment: Environment, { principal }: Caller): DerivedKey[] {
  const place = organizationPlace(environment, principal.account);
  if (!place) return [];
  const because = `account ${principal.account} stands there in the organization`;
  return [
    { key: 'aws:PrincipalOrgID', value: place.organizationId, because },
    { key: 'aws:PrincipalOrgPaths', value: [place.path], because },
  ];
}

function tagKeys({ tags, label }: Caller): DerivedKey[] {
  return Object.entries(tags).map(([tag, value]) => ({
    key: `aws:PrincipalTag/${tag}`,
    value,
    because: `a tag of ${label}`,
  }));
}

function absentKeys(caller: Caller): AbsentKey[] {
  const absent: AbsentKey[] = [];
  const { principal, label } = caller;
  if (caller.userName === undefined) {
    absent.push({ key: 'aws:username', because: `only IAM users have it, ${label} has not` });
  }
  if (caller.userId === undefined) {
    absent.push({ key: 'aws:userid', because: `the environment gives no \`id\` for ${label}` });
  }
  const outside = `account ${principal.account} belongs to no organization`;
  absent.push({ key: 'aws:PrincipalOrgID', because: outside }, { key: 'aws:PrincipalOrgPaths', because: outside });
  absent.push({ key: 'aws:PrincipalTag/', because: `${label} has no such tag` });
  absent.push(...NO_SERVICE);
  return absent;
}

const NO_SERVICE: readonly AbsentKey[] = ['aws:PrincipalServiceName', 'aws:PrincipalServiceNamesList'].map((key) => ({
  key,
  because: 'only service principals have it',
}));

/** D7; I16: no ARN and no account unless given. */
function serviceKeys(service: string): DerivedKey[] {
  const because = `${service} calls for itself`;
  return [
    { key: 'aws:PrincipalIsAWSService', value: 'true', because },
    { key: 'aws:PrincipalServiceName', value: service, because },
    { key: 'aws:PrincipalServiceNamesList', value: [service], because },
  ];
}

const OWN_KEYS = [
  'aws:PrincipalArn',
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalTag/',
  'aws:username',
];

const SERVICE_LACKS: readonly AbsentKey[] = [
  ...OWN_KEYS,
  'aws:PrincipalAccount',
  'aws:PrincipalType',
  'aws:userid',
].map((key) => ({ key, because: 'service principals have none' }));

const ANONYMOUS: readonly DerivedKey[] = [
  { key: 'aws:PrincipalAccount', value: 'anonymous', because: 'the request is not signed' },
  { key: 'aws:PrincipalType', value: 'Anonymous', because: 'the request is not signed' },
  { key: 'aws:userid', value: 'anonymous', because: 'the request is not signed' },
];

const ANONYMOUS_LACKS: readonly AbsentKey[] = [...OWN_KEYS, 'aws:PrincipalIsAWSService'].map((key) => ({
  key,
  because: 'the request is not signed',
}));

const UNSIGNED_LACKS: readonly AbsentKey[] = [
  ...ANONYMOUS_LACKS.map(({ key }) => key),
  'aws:PrincipalAccount',
  'aws:PrincipalType',
  'aws:userid',
].map((key) => ({ key, because: "a call with an identity provider's token is not signed by an AWS principal" }));
