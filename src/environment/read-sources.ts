/** What an account has from plans, templates and dumps that its environment names. */
import { deployTimeNames, hasDeployTime, type Policy, type PolicyType, type SourceText } from '../language/index.ts';
import { parsePolicyDocument } from '../parse/index.ts';
import type { AttachedPolicy, DeclaredGroup, DeclaredPolicy, DeclaredRole, DeclaredUser } from './declared.ts';
import type { Group, Resource, Role, User } from './environment.ts';
import { itemsAt, textOf } from './node-values.ts';
import { openPolicy } from './open-policy.ts';
import type { At, Reader } from './reader.ts';
import { report } from './reader.ts';

export interface FromSources {
  readonly groups: readonly Group[];
  readonly users: readonly User[];
  readonly roles: readonly Role[];
  readonly resources: readonly Resource[];
}

/** One file, for one account. */
interface Source {
  readonly text: SourceText;
  readonly accountId: string;
  readonly where: At;
}

export function readSources(where: At, accountId: string, reader: Reader): FromSources {
  const found = { groups: [] as Group[], users: [] as User[], roles: [] as Role[], resources: [] as Resource[] };
  for (const item of itemsAt(where, 'sources')) {
    const reference = textOf(item.node) ?? '';
    const { declared, source: text, diagnostics } = reader.openSource(reference, reader.source, accountId);
    const location = item.range && { source: reader.source, range: item.range };
    for (const one of diagnostics) {
      reader.diagnostics.push(one.location || !location ? one : { ...one, location, path: item.path });
    }
    if (!declared || !text) {
      if (diagnostics.every(({ severity }) => severity !== 'error')) {
        report(reader, { code: 'unknown-source', message: `\`${reference}\` describes no account` }, item);
      }
      reader.blocked = true;
      continue;
    }
    const source: Source = { text, accountId, where: item };
    const ours = <T extends { readonly account?: string }>(list: readonly T[]) =>
      list.filter(({ account }) => account === undefined || account === accountId);
    for (const one of ours(declared.groups))
      if (isNamed(one, 'group', source, reader)) found.groups.push(groupOf(one, source, reader));
    for (const one of ours(declared.roles))
      if (isNamed(one, 'role', source, reader)) found.roles.push(roleOf(one, source, reader));
    for (const one of ours(declared.users)) {
      if (isNamed(one, 'user', source, reader)) found.users.push(userOf(one, found.groups, source, reader));
    }
    for (const { arn, policy, tags, region } of ours(declared.resources)) {
      if (!isNamed({ name: arn }, 'resource', source, reader)) continue;
      const own = policy && policyOf(policy, 'resource', source);
      found.resources.push({
        arn,
        ...(own ? { policy: own } : {}),
        tags,
        ...(region === undefined ? {} : { region }),
        context: {},
      });
    }
  }
  return found;
}

/** Whom nobody can name yet nobody can ask about: told, and left out. */
function isNamed({ name }: { readonly name: string }, kind: string, { text, where }: Source, reader: Reader): boolean {
  if (!hasDeployTime(name)) return true;
  const [open = name] = deployTimeNames(name);
  reader.diagnostics.push({
    code: 'known-only-at-deploy-time',
    severity: 'suggestion',
    message: `a ${kind} of \`${text.name}\` is left out because \`${open}\` is known only at deploy time`,
    ...(where.range ? { location: { source: reader.source, range: where.range } } : {}),
    path: where.path,
  });
  return false;
}

function groupOf({ name, policies }: DeclaredGroup, source: Source, reader: Reader): Group {
  return { name, policies: policies.map((one) => attachedOf(one, 'identity', source, reader)) };
}

function identityOf(declared: DeclaredUser | DeclaredRole, kind: 'user' | 'role', source: Source, reader: Reader) {
  const { name, path, id, policies, boundary, tags } = declared;
  return {
    name,
    arn: `arn:aws:iam::${source.accountId}:${kind}${path}${name}`,
    ...(id === undefined ? {} : { id }),
    policies: policies.map((one) => attachedOf(one, 'identity', source, reader)),
    ...(boundary ? { boundary: attachedOf(boundary, 'boundary', source, reader) } : {}),
    tags,
  };
}

/** A group that the file does not describe gives nobody knows what. */
function userOf(user: DeclaredUser, known: readonly Group[], source: Source, reader: Reader): User {
  const isKnown = (name: string) => known.some((group) => group.name === name);
  const others = user.groups
    .filter((name) => !isKnown(name))
    .map((name) => openPolicy(`group/${name}`, 'identity', []));
  const identity = identityOf(user, 'user', source, reader);
  return { ...identity, policies: [...identity.policies, ...others], groups: user.groups.filter(isKnown) };
}

function roleOf(role: DeclaredRole, source: Source, reader: Reader): Role {
  const { maxSessionDuration = 3600 } = role;
  return {
    ...identityOf(role, 'role', source, reader),
    trust: policyOf(role.trust, 'trust', source),
    maxSessionDuration,
  };
}

/** A policy that stands neither in the file nor among those of AWS is there, and what it says is not known. */
function attachedOf(attached: AttachedPolicy, type: PolicyType, source: Source, reader: Reader): Policy {
  if (attached.kind === 'here') return policyOf(attached.policy, type, source);
  const { arn } = attached;
  const loaded = hasDeployTime(arn) ? undefined : reader.loader(arn, type, reader.source).policy;
  return loaded ?? openPolicy(deployTimeNames(arn)[0] ?? arn, type, deployTimeNames(arn));
}

/** What of a document is known only at deploy time stays open; all of it, where not even its form is known. */
function policyOf({ name, node, path }: DeclaredPolicy, type: PolicyType, { text }: Source): Policy {
  const { document } = parsePolicyDocument(node, type, text, path);
  if (document) return { name, type, document };
  return openPolicy(name, type, node.kind === 'string' ? deployTimeNames(node.text) : []);
}
