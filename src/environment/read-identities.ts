/** Groups, users and roles of an account. */
import type { Policy } from '../language/index.ts';
import { didYouMean } from '../schema/index.ts';
import type { Group, Role, Tags, User } from './environment.ts';
import { at, type Entry, entriesAt, itemsAt, numberAt, tagsAt, textAt, textOf } from './node-values.ts';
import { policiesAt, policyAt } from './read-policy.ts';
import { type At, type Reader, report } from './reader.ts';
import { tagFaults } from './tag-limits.ts';

export interface Identities {
  readonly groups: readonly Group[];
  readonly users: readonly User[];
  readonly roles: readonly Role[];
}

export function readIdentities(where: At, accountId: string, reader: Reader): Identities {
  const groups = namedEntries(where, 'groups', reader).map((entry): Group => {
    return { name: entry.key, policies: policiesAt(entry, 'policies', inline(`group/${entry.key}`), reader) };
  });
  const names = groups.map((group) => group.name);
  const users = namedEntries(where, 'users', reader).map((entry): User => {
    return { ...readIdentity(entry, { kind: 'user', accountId }, reader), groups: readGroups(entry, names, reader) };
  });
  const roles = namedEntries(where, 'roles', reader).flatMap((entry): Role[] => {
    const trust = policyAt(entry, 'trust', { type: 'trust', name: `role/${entry.key}/trust` }, reader);
    if (!trust) return [];
    const maxSessionDuration = numberAt(entry, 'maxSessionDuration') ?? 3600;
    return [{ ...readIdentity(entry, { kind: 'role', accountId }, reader), trust, maxSessionDuration }];
  });
  return { groups, users, roles };
}

function inline(owner: string) {
  return { type: 'identity', name: `${owner}/inline` } as const;
}

/** IAM does not tell names apart by case. */
function namedEntries(where: At, key: string, reader: Reader): Entry[] {
  const seen = new Map<string, string>();
  const entries = entriesAt(where, key);
  for (const entry of entries) {
    const twin = seen.get(entry.key.toLowerCase());
    if (twin !== undefined) {
      const message = `\`${twin}\` and \`${entry.key}\` differ only in case: IAM takes them for one name`;
      report(reader, { code: 'duplicate-name', message }, entry);
    }
    seen.set(entry.key.toLowerCase(), entry.key);
  }
  return entries;
}

interface IdentityParts {
  readonly name: string;
  readonly arn: string;
  readonly id?: string;
  readonly policies: readonly Policy[];
  readonly boundary?: Policy;
  readonly tags: Tags;
}

function readIdentity(
  entry: Entry,
  { kind, accountId }: { readonly kind: 'user' | 'role'; readonly accountId: string },
  reader: Reader,
): IdentityParts {
  const name = entry.key;
  const id = textAt(entry, 'id');
  const boundary = policyAt(entry, 'boundary', { type: 'boundary', name: `${kind}/${name}/boundary` }, reader);
  return {
    name,
    arn: `arn:aws:iam::${accountId}:${kind}${textAt(entry, 'path') ?? '/'}${name}`,
    ...(id === undefined ? {} : { id }),
    policies: policiesAt(entry, 'policies', inline(`${kind}/${name}`), reader),
    ...(boundary ? { boundary } : {}),
    tags: readTags(entry, reader),
  };
}

function readTags(entry: Entry, reader: Reader): Tags {
  const tags = tagsAt(entry, 'tags');
  const where = at(entry, 'tags');
  for (const message of where ? tagFaults(tags) : [])
    report(reader, { code: 'malformed-tag', message }, where ?? entry);
  return tags;
}

function readGroups(entry: Entry, known: readonly string[], reader: Reader): string[] {
  return itemsAt(entry, 'groups').flatMap((item) => {
    const group = textOf(item.node) ?? '';
    if (known.includes(group)) return [group];
    const message = `the account has no group \`${group}\`${didYouMean(group, known)}`;
    report(reader, { code: 'unknown-group', message }, item);
    return [];
  });
}
