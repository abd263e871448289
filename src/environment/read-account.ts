/** An account of an environment file. */
import type { Account } from './environment.ts';
import { at, type Entry, textAt } from './node-values.ts';
import { readIdentities } from './read-identities.ts';
import { fullAccess, readRcps, readScps } from './read-organization.ts';
import { type Owners, readIdentityProviders, readResources, readVpcEndpoints } from './read-resources.ts';
import { readSources } from './read-sources.ts';
import { type At, type Reader, report } from './reader.ts';

export interface AccountContext {
  /** Account ids that stand in the organization. */
  readonly members: ReadonlySet<string>;
  readonly owners: Owners;
}

export function readAccount(entry: Entry, context: AccountContext, reader: Reader): Account {
  const { key: id } = entry;
  const name = textAt(entry, 'name');
  const canonicalUserId = textAt(entry, 'canonicalUserId');
  const own = { accountId: id, owners: context.owners };
  const identities = readIdentities(entry, id, reader);
  const resources = readResources(entry, own, reader);
  const others = readSources(entry, id, reader);
  /** A name that is there twice would be two things under one. */
  function joined<T extends { readonly name: string } | { readonly arn: string }>(
    kind: string,
    written: readonly T[],
    read: readonly T[],
  ): readonly T[] {
    const names = new Set<string>();
    for (const one of [...written, ...read]) {
      const label = 'name' in one ? one.name : one.arn;
      const message = `the account has two ${kind}s \`${label}\`, from its sources and from what is written here`;
      if (names.has(label)) report(reader, { code: 'duplicate-name', message }, at(entry, 'sources') ?? entry);
      names.add(label);
    }
    return [...written, ...read];
  }
  return {
    id,
    ...(name === undefined ? {} : { name }),
    ...(canonicalUserId === undefined ? {} : { canonicalUserId }),
    ...readControlPolicies(entry, context, reader),
    groups: joined('group', identities.groups, others.groups),
    users: joined('user', identities.users, others.users),
    roles: joined('role', identities.roles, others.roles),
    identityProviders: readIdentityProviders(entry, id, reader),
    resources: joined('resource', resources, others.resources),
    vpcEndpoints: readVpcEndpoints(entry, own, reader),
  };
}

function readControlPolicies(
  entry: Entry,
  { members }: AccountContext,
  reader: Reader,
): Pick<Account, 'scps' | 'rcps'> {
  const owner = textAt(entry, 'name') ?? entry.key;
  if (members.has(entry.key)) return { scps: readScps(entry, owner, reader), rcps: readRcps(entry, owner, reader) };
  for (const kind of ['scps', 'rcps']) {
    const attached = at(entry, kind);
    if (!attached) continue;
    const message = `account ${entry.key} stands in no unit of the organization and can have no \`${kind}\``;
    report(reader, { code: 'account-outside-organization', message }, attached);
  }
  return { scps: [], rcps: [] };
}

/** An account of which only its place in the organization is known. */
export function bareAccount(id: string, where: At, reader: Reader): Account {
  return {
    id,
    scps: fullAccess('scp', where, reader),
    rcps: fullAccess('rcp', where, reader),
    groups: [],
    users: [],
    roles: [],
    identityProviders: [],
    resources: [],
    vpcEndpoints: [],
  };
}
