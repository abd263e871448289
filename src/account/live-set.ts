/** Reads what a manifest keeps, as it is now, and what it takes to judge a change of it. */
import type { AccountSummary, CallerIdentity, PolicyHolder } from './live.ts';
import type { KeptIdentity, KeptPolicy, ManagedReference, Manifest } from './manifest.ts';
import { ATTACHED, namesOf, type ObjectName, type ObjectState } from './object-state.ts';
import { type Hash, observe } from './observe.ts';
import type { AccountReader, Answer, AwsFailure } from './port.ts';

export interface LiveSet {
  readonly caller: CallerIdentity;
  readonly alias?: string;
  readonly quotas: AccountSummary;
  readonly states: Readonly<Record<ObjectName, ObjectState>>;
  /** By their hash. */
  readonly documents: Readonly<Record<string, string>>;
  /** Paths of identities that are there. */
  readonly paths: Readonly<Record<ObjectName, string>>;
  /** Of customer managed policies that are kept. */
  readonly holders: Readonly<Record<ObjectName, readonly PolicyHolder[]>>;
  /** Default versions of managed policies that are attached or shall be, by ARN: what can be read of them. */
  readonly attachable: Readonly<Record<string, string>>;
}

export async function readLiveSet(manifest: Manifest, reader: AccountReader, hash: Hash): Promise<Answer<LiveSet>> {
  const [caller, alias, quotas] = [
    await reader.callerIdentity(),
    await reader.accountAlias(),
    await reader.accountSummary(),
  ];
  if (caller.kind === 'failed') return caller;
  if (quotas.kind === 'failed') return quotas;
  const { partition } = caller.value;
  const states: Record<ObjectName, ObjectState> = {};
  const documents: Record<string, string> = {};
  const paths: Record<ObjectName, string> = {};
  const holders: Record<ObjectName, readonly PolicyHolder[]> = {};
  for (const object of objectsOf(manifest, partition)) {
    const observed = await observe(reader, object, hash);
    if (observed.kind === 'failed') return observed;
    states[object] = observed.value.state;
    for (const [name, text] of observed.value.documents) documents[name] = text;
  }
  for (const policy of manifest.policies) {
    const arn = policyArn(policy, manifest.account, partition);
    const found = await reader.policyHolders(arn);
    if (found.kind === 'failed') return found;
    holders[arn] = found.value ?? [];
  }
  for (const { kind, name } of manifest.identities) {
    const found = await reader.identity(kind, name);
    if (found.kind === 'failed') return found;
    if (found.value) paths[`${kind}/${name}`] = found.value.path;
  }
  const attachable = await readAttachable(manifest, { states, partition }, reader);
  if ('kind' in attachable) return attachable;
  const named = alias.kind === 'answered' && alias.value !== undefined ? { alias: alias.value } : {};
  const value = {
    caller: caller.value,
    ...named,
    quotas: quotas.value,
    states,
    documents,
    paths,
    holders,
    attachable: attachable.documents,
  };
  return { kind: 'answered', value };
}

/** What cannot be read or is not there is left out: a change of it is then not known to do anything. */
async function readAttachable(
  manifest: Manifest,
  { states, partition }: Pick<LiveSet, 'states'> & { readonly partition: string },
  reader: AccountReader,
): Promise<{ readonly documents: Readonly<Record<string, string>> } | AwsFailure> {
  const wanted = manifest.identities.flatMap(({ attached = [], boundary }) =>
    [...attached, ...(boundary && boundary !== 'none' ? [boundary] : [])].map((one) =>
      referenceArn(one, manifest, partition),
    ),
  );
  const live = Object.values(states).flatMap((state) => [
    ...namesOf(state, ATTACHED),
    ...(state.boundary === undefined ? [] : [state.boundary]),
  ]);
  const documents: Record<string, string> = {};
  for (const arn of new Set([...wanted, ...live])) {
    const policy = await reader.policy(arn);
    if (policy.kind === 'failed' && policy.why !== 'access-denied') return policy;
    if (policy.kind === 'failed' || !policy.value) continue;
    const text = await reader.policyDocument(arn, policy.value.defaultVersionId);
    if (text.kind === 'failed' && text.why !== 'access-denied') return text;
    if (text.kind === 'answered' && text.value !== undefined) documents[arn] = text.value;
  }
  return { documents };
}

/** Policies first, as the manifest has them. */
function objectsOf({ policies, identities, account }: Manifest, partition: string): readonly ObjectName[] {
  return [...policies.map((one) => policyArn(one, account, partition)), ...identities.map(identityObject)];
}

export function policyArn(
  { name, path }: Pick<KeptPolicy, 'name' | 'path'>,
  account: string,
  partition: string,
): string {
  return `arn:${partition}:iam::${account}:policy${path}${name}`;
}

export function identityObject({ kind, name }: Pick<KeptIdentity, 'kind' | 'name'>): ObjectName {
  return `${kind}/${name}`;
}

/** AWS's own policies have the same name in every partition. */
export function referenceArn(reference: ManagedReference, manifest: Manifest, partition: string): string {
  switch (reference.kind) {
    case 'kept': {
      const path = manifest.policies.find(({ name }) => name === reference.name)?.path ?? '/';
      return policyArn({ name: reference.name, path }, manifest.account, partition);
    }
    case 'aws':
      return reference.arn.replace(/^arn:[^:]+:/, `arn:${partition}:`);
    case 'other':
      return reference.arn;
    default:
      return reference satisfies never;
  }
}
