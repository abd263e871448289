/** The dump of an account as files of a project: a file for each policy in force, and the environment that names them. */

import { type Diagnostic, parseArn, type SourceText } from '../../language/index.ts';
import { readJson, toValue } from '../../parse/index.ts';
import { printYaml } from '../../parse/yaml.ts';
import { LONGEST } from '../source-store.ts';
import { accountAuthorizationDetails } from '../sources/account-authorization-details/account-authorization-details.ts';
import type { AttachedPolicy, Declared, SourcePolicy } from '../sources/source-format.ts';

export interface PulledProject {
  /** Path from the project's root -> text. In the order of the account. */
  readonly files: ReadonlyMap<string, string>;
  /** That of the environment among them. */
  readonly environment: string;
  readonly account: string;
  readonly counts: Readonly<Record<'users' | 'groups' | 'roles' | 'policies', number>>;
  /** What of the dump could not be read, and so is in no file. */
  readonly diagnostics: readonly Diagnostic[];
}

/** AWS: neither is in GetAccountAuthorizationDetails. */
export const NOT_IN_A_DUMP = [
  'service control policies and resource control policies of the organization',
  'resource-based policies (S3, SQS, SNS, KMS, Lambda and others)',
  'policies of VPC endpoints, and session policies',
] as const;

/**
 * @param dump as `aws iam get-account-authorization-details` prints it, all pages in one
 * @param account where the dump does not tell: of an account without users, groups and roles
 */
export function pulledProject(dump: SourceText, account?: string): PulledProject | { readonly problem: string } {
  const { node } = readJson(dump, { atMost: LONGEST });
  if (!node || !accountAuthorizationDetails.recognises(node, dump.name)) {
    return { problem: 'it is no output of `aws iam get-account-authorization-details`' };
  }
  const { policies, declared, diagnostics } = accountAuthorizationDetails.read(node, dump, {});
  const { users, groups, roles } = declared;
  const id = [...users, ...roles, ...groups].find((one) => one.account !== undefined)?.account ?? account;
  if (id === undefined) return { problem: 'it has nobody in it, and does not tell of which account it is' };
  const files = new Map<string, string>();
  for (const policy of policies) {
    const path = pathOf(policy);
    if (path !== undefined) files.set(path, `${JSON.stringify(toValue(policy.node), undefined, 2)}\n`);
  }
  const value = environmentValue(id, declared);
  const yaml = printYaml(value);
  // Texts of YAML take long to read, and are not read beyond a limit.
  const isLong = yaml.length > MOST_YAML;
  const environment = `scenarios/${id}.environment.${isLong ? 'json' : 'yaml'}`;
  files.set(environment, isLong ? `${JSON.stringify(value, undefined, 1)}\n` : yaml);
  const count = [...files.keys()].filter((path) => path !== environment).length;
  const counts = { users: users.length, groups: groups.length, roles: roles.length, policies: count };
  return { files, environment, account: id, counts, diagnostics };
}

const MOST_YAML = 500_000;

const FOLDERS = { identity: 'identity', boundary: 'boundary', trust: 'trust' } as const;

/** Names of IAM are file names: letters, digits and `+=,.@_-`. Undefined for versions that are not in force. */
function pathOf({ name, type }: SourcePolicy): string | undefined {
  const [owner = '', second, ...more] = name.split(' ');
  if (type === 'trust') return `policies/trust/${nameIn(owner)}.json`;
  if (owner.startsWith('policy/')) {
    const folder = type === 'boundary' ? FOLDERS.boundary : FOLDERS.identity;
    return second === undefined ? `policies/${folder}/${nameIn(owner)}.json` : undefined;
  }
  return `policies/identity/${owner}/${[second, ...more].join(' ')}.json`;
}

function nameIn(owner: string): string {
  return owner.slice(owner.indexOf('/') + 1);
}

function environmentValue(id: string, { users, groups, roles }: Declared) {
  return {
    description: `What iamproof pull found in account ${id}. Not read, and so not known: ${NOT_IN_A_DUMP.join('; ')}.`,
    accounts: {
      [id]: {
        ...listed('groups', groups, (group) => ({ policies: group.policies.map(referenceOf) })),
        ...listed('users', users, (user) => ({
          ...identityValue(user),
          ...(user.groups.length > 0 ? { groups: [...user.groups].sort() } : {}),
        })),
        ...listed('roles', roles, (role) => ({
          trust: pathOf(role.trust),
          ...identityValue(role),
        })),
      },
    },
  };
}

/** By name, so that files differ where accounts do. */
function listed<One extends { readonly name: string }>(
  key: string,
  all: readonly One[],
  fieldsOf: (one: One) => object,
) {
  const sorted = [...all].sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.length === 0 ? {} : { [key]: Object.fromEntries(sorted.map((one) => [one.name, fieldsOf(one)])) };
}

function identityValue({ path, id, policies, boundary, tags }: Declared['users'][number] | Declared['roles'][number]) {
  return {
    ...(path === undefined || path === '/' ? {} : { path }),
    ...(id === undefined ? {} : { id }),
    ...(policies.length > 0 ? { policies: policies.map(referenceOf).sort() } : {}),
    ...(boundary ? { boundary: referenceOf(boundary) } : {}),
    ...(Object.keys(tags ?? {}).length > 0 ? { tags } : {}),
  };
}

function referenceOf(attached: AttachedPolicy): string {
  if (attached.kind === 'here') return pathOf(attached.policy) ?? attached.policy.name;
  const { arn } = attached;
  return parseArn(arn)?.account === 'aws' ? `aws:${arn.slice(arn.lastIndexOf('/') + 1)}` : arn;
}
