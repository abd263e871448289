/** An account of an environment file. */
import type { Account } from './environment.ts';
import { at, type Entry, textAt } from './node-values.ts';
import { readIdentities } from './read-identities.ts';
import { fullAccess, readRcps, readScps } from './read-organization.ts';
import { type Owners, readIdentityProviders, readResources, readVpcEndpoints } from './read-resources.ts';
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
  return {
    id,
    ...(name === undefined ? {} : { name }),
    ...(canonicalUserId === undefined ? {} : { canonicalUserId }),
    ...readControlPolicies(entry, context, reader),
    ...readIdentities(entry, id, reader),
    identityProviders: readIdentityProviders(entry, id, reader),
    resources: readResources(entry, own, reader),
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
