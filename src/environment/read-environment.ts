/** Reads an environment file: its form by the schema, then what it says, with every problem at its place. */
import schema from '../../schemas/environment.schema.json' with { type: 'json' };
import type { Diagnostic, SourceText } from '../language/index.ts';
import type { SourceNode } from '../parse/index.ts';
import { validate } from '../schema/index.ts';
import { attachedPolicies } from './attached-policies.ts';
import { NO_SOURCES, type SourceOpener } from './declared.ts';
import type { Account, Environment, Organization, OrganizationUnit } from './environment.ts';
import { at, entriesAt, textAt } from './node-values.ts';
import type { PolicyLoader } from './policy-loader.ts';
import { bareAccount, readAccount } from './read-account.ts';
import { readOrganization } from './read-organization.ts';
import { type At, type Reader, report } from './reader.ts';

export interface ReadEnvironment {
  /** Missing where the file has errors; policies that AWS would refuse are told and kept, if their meaning is certain. */
  readonly environment?: Environment;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param node the file, or the part of another file that holds the environment
 * @param source the text that `node` was read from
 */
export function readEnvironment(
  node: SourceNode,
  source: SourceText,
  loader: PolicyLoader,
  openSource: SourceOpener = NO_SOURCES,
): ReadEnvironment {
  const problems = validate(schema, node, source);
  if (problems.length > 0) return { diagnostics: problems };
  const reader: Reader = { source, loader, openSource, diagnostics: [], blocked: false };
  const environment = read({ node, path: '' }, reader);
  const { diagnostics, blocked } = reader;
  return blocked ? { diagnostics } : { environment, diagnostics };
}

function read(where: At, reader: Reader): Environment {
  const description = textAt(where, 'description');
  const tree = at(where, 'organization');
  const organization = tree && readOrganization(tree, reader);
  const accounts = readAccounts(where, organization, reader);
  return {
    source: reader.source,
    ...(description === undefined ? {} : { description }),
    ...(organization ? { organization } : {}),
    accounts,
    policies: attachedPolicies(organization, accounts),
  };
}

function readAccounts(where: At, organization: Organization | undefined, reader: Reader): Account[] {
  const members = new Set(organization ? membersOf(organization.root) : []);
  const context = { members, owners: new Map<string, string>() };
  const names = new Map<string, string>();
  const accounts = entriesAt(where, 'accounts').map((entry) => {
    const account = readAccount(entry, context, reader);
    const twin = account.name === undefined ? undefined : names.get(account.name);
    if (twin !== undefined) {
      const message = `account ${twin} is called \`${account.name}\` too`;
      report(reader, { code: 'duplicate-name', message }, at(entry, 'name') ?? entry);
    }
    if (account.name !== undefined) names.set(account.name, account.id);
    return account;
  });
  const described = new Set(accounts.map((account) => account.id));
  const others = [...members].filter((id) => !described.has(id));
  return [...accounts, ...others.map((id) => bareAccount(id, at(where, 'organization') ?? where, reader))];
}

function membersOf(unit: OrganizationUnit): string[] {
  return [...unit.accounts, ...unit.units.flatMap(membersOf)];
}
