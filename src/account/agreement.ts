/** What the scenarios asked about must be what is applied: the manifest held against its environment. */
import type { Account, Role, User } from '../environment/index.ts';
import type { Policy } from '../language/index.ts';
import { printPolicyDocument } from '../parse/index.ts';
import { identityObject } from './live-set.ts';
import type { KeptIdentity, ManagedReference, Manifest } from './manifest.ts';

/** One sentence for each difference; empty where they agree. */
export function environmentProblems(manifest: Manifest): readonly string[] {
  const { environment, account: id, identities } = manifest;
  const name = environment.source.name;
  const account = environment.accounts.find((one) => one.id === id);
  if (!account) return [`${name} does not describe account ${id}`];
  return identities.flatMap((kept) => identityProblems(kept, account, { manifest, name }));
}

interface Where {
  readonly manifest: Manifest;
  /** Of the environment's file. */
  readonly name: string;
}

function identityProblems(kept: KeptIdentity, account: Account, { manifest, name }: Where): readonly string[] {
  const object = identityObject(kept);
  const there = describedIdentity(kept, account);
  if (!there) return [`${name} does not describe ${object}: no scenario says what it may do`];
  const problems: string[] = [];
  const differ = (what: string) =>
    problems.push(`${object} has other ${what} in ${name} than in ${manifest.source.name}`);
  const wanted = wantedPolicies(kept, manifest);
  if (wanted && !isSameSet(wanted, there.policies)) differ('policies');
  if (kept.trust && 'trust' in there && !isSameSet([kept.trust], [there.trust])) differ('trust policies');
  const boundary = 'boundary' in there && there.boundary ? [there.boundary] : [];
  const limit = wantedBoundary(kept, manifest);
  if (limit && !isSameSet(limit, boundary)) differ('boundaries');
  return problems;
}

function describedIdentity(
  { kind, name }: KeptIdentity,
  account: Account,
): User | Role | Account['groups'][number] | undefined {
  const all: readonly (User | Role | Account['groups'][number])[] =
    kind === 'user' ? account.users : kind === 'role' ? account.roles : account.groups;
  return all.find((one) => one.name === name);
}

/** Undefined where the manifest leaves some of them alone, or does not know the document of one. */
function wantedPolicies({ attached, inline }: KeptIdentity, manifest: Manifest): readonly Policy[] | undefined {
  if (!attached || !inline) return undefined;
  const managed = attached.map((one) => policyOfReference(one, manifest));
  const known = managed.flatMap((one) => one ?? []);
  return known.length === managed.length ? [...known, ...inline.map(({ policy }) => policy)] : undefined;
}

function wantedBoundary({ boundary }: KeptIdentity, manifest: Manifest): readonly Policy[] | undefined {
  if (boundary === undefined) return undefined;
  if (boundary === 'none') return [];
  const policy = policyOfReference(boundary, manifest);
  return policy && [policy];
}

function policyOfReference(reference: ManagedReference, { policies }: Manifest): Policy | undefined {
  if (reference.kind === 'aws') return reference.policy;
  return reference.kind === 'kept' ? policies.find(({ name }) => name === reference.name)?.policy : undefined;
}

function isSameSet(one: readonly Policy[], other: readonly Policy[]): boolean {
  const texts = (policies: readonly Policy[]) => policies.map(({ document }) => printPolicyDocument(document)).sort();
  const [a, b] = [texts(one), texts(other)];
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
