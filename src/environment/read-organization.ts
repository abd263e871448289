/** The organization of an environment file: its tree of units and what is attached to them. */
import type { Policy } from '../language/index.ts';
import type { Organization, OrganizationUnit } from './environment.ts';
import { at, itemsAt, textAt, textOf, textsAt } from './node-values.ts';
import { loadPolicy, policiesAt } from './read-policy.ts';
import { type At, type Reader, report } from './reader.ts';

/** What the units name, to find what is named twice. */
interface Seen {
  readonly accounts: Map<string, string>;
  readonly units: Set<string>;
}

export function readOrganization(where: At, reader: Reader): Organization | undefined {
  const root = at(where, 'root');
  const management = at(where, 'managementAccount');
  const managementAccount = textOf(management?.node);
  if (!root || !management || managementAccount === undefined) return undefined;
  const seen: Seen = { accounts: new Map(), units: new Set() };
  const tree = readUnit(root, 'root', { reader, seen });
  if (!seen.accounts.has(managementAccount)) {
    const message = `the management account \`${managementAccount}\` stands in no unit`;
    report(
      reader,
      { code: 'account-outside-organization', message, help: 'list it under `accounts` of the root' },
      management,
    );
  }
  return { id: textAt(where, 'id') ?? '', managementAccount, root: tree };
}

function readUnit(
  where: At,
  level: 'root' | 'ou',
  context: { readonly reader: Reader; readonly seen: Seen },
): OrganizationUnit {
  const { reader, seen } = context;
  const id = textAt(where, 'id') ?? '';
  const name = textAt(where, 'name');
  if (seen.units.has(id)) {
    report(reader, { code: 'duplicate-name', message: `two units have the id \`${id}\`` }, at(where, 'id') ?? where);
  }
  seen.units.add(id);
  return {
    level,
    id,
    ...(name === undefined ? {} : { name }),
    scps: readScps(where, name ?? id, reader),
    rcps: readRcps(where, name ?? id, reader),
    accounts: itemsAt(where, 'accounts').flatMap((item) => readMember(item, id, context) ?? []),
    units: itemsAt(where, 'units').map((item) => readUnit(item, 'ou', context)),
  };
}

function readMember(
  item: At,
  unit: string,
  { reader, seen }: { readonly reader: Reader; readonly seen: Seen },
): string | undefined {
  const account = textOf(item.node);
  if (account === undefined) return undefined;
  const other = seen.accounts.get(account);
  if (other !== undefined) {
    const message = `account \`${account}\` stands in \`${other}\` already: an account has one place`;
    report(reader, { code: 'account-in-two-units', message }, item);
    return undefined;
  }
  seen.accounts.set(account, unit);
  return account;
}

/** FullAWSAccess where the member is left out: AWS attaches it to every new node. */
export function readScps(where: At, owner: string, reader: Reader): Policy[] {
  if (at(where, 'scps')) return policiesAt(where, 'scps', { type: 'scp', name: `${owner}/scp` }, reader);
  return fullAccess('scp', where, reader);
}

/** RCPFullAWSAccess cannot be detached (A42): it is added where it is not named. */
export function readRcps(where: At, owner: string, reader: Reader): Policy[] {
  const policies = policiesAt(where, 'rcps', { type: 'rcp', name: `${owner}/rcp` }, reader);
  const named = textsAt(where, 'rcps').some((text) => text === FULL_ACCESS.rcp || text === FULL_ACCESS.rcpArn);
  return named ? policies : [...fullAccess('rcp', where, reader), ...policies];
}

/** How the policies that AWS attaches itself are named. */
const FULL_ACCESS = {
  scp: 'aws:FullAWSAccess',
  rcp: 'aws:RCPFullAWSAccess',
  rcpArn: 'arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess',
} as const;

export function fullAccess(type: 'scp' | 'rcp', where: At, reader: Reader): Policy[] {
  const policy = loadPolicy(FULL_ACCESS[type], { where, type }, reader);
  return policy ? [policy] : [];
}
