/** Reads an object of the account as it is now. */
import { canonicalJson } from './document-equality.ts';
import type { IdentityKind } from './live.ts';
import { ATTACHED, INLINE, type ObjectName, type ObjectState, objectReference, VERSION } from './object-state.ts';
import type { AccountReader, Answer, AwsFailure } from './port.ts';

/** The hash of a text, in hexadecimal. */
export type Hash = (text: string) => string;

/** Documents by the hash of their canonical form, in their own words. */
export type Documents = ReadonlyMap<string, string>;

export interface Observed {
  readonly state: ObjectState;
  readonly documents: Documents;
}

/** The hash by which a document is known. */
export function documentHash(text: string, hash: Hash): string {
  return hash(canonicalJson(text));
}

export async function observe(reader: AccountReader, object: ObjectName, hash: Hash): Promise<Answer<Observed>> {
  const documents = new Map<string, string>();
  const remember = (text: string): string => {
    const name = documentHash(text, hash);
    documents.set(name, text);
    return name;
  };
  const reference = objectReference(object);
  try {
    const state =
      reference.kind === 'policy'
        ? await policyState(reader, reference.arn, remember)
        : await identityState(reader, reference, remember);
    return { kind: 'answered', value: { state, documents } };
  } catch (problem) {
    if (problem instanceof ReadFailure) return problem.failure;
    throw problem;
  }
}

/** Leaves a read of many calls at the first that fails. */
class ReadFailure extends Error {
  readonly failure: AwsFailure;
  constructor(failure: AwsFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

async function told<Value>(answer: Promise<Answer<Value>>): Promise<Value> {
  const given = await answer;
  if (given.kind === 'failed') throw new ReadFailure(given);
  return given.value;
}

/** What two reads tell differently, or one tells and another does not know. Never equal to what is wanted: one looks again. */
const TORN = 'torn';

async function policyState(
  reader: AccountReader,
  arn: string,
  remember: (text: string) => string,
): Promise<ObjectState> {
  const policy = await told(reader.policy(arn));
  const versions = await told(reader.policyVersions(arn));
  if (!policy && !versions) return {};
  const listed = versions?.find(({ isDefault }) => isDefault)?.id;
  const state: Record<string, string> = {
    exists: policy && versions ? 'yes' : TORN,
    default: policy?.defaultVersionId === listed ? (listed ?? TORN) : TORN,
  };
  for (const { id } of versions ?? []) {
    const text = await told(reader.policyDocument(arn, id));
    state[VERSION + id] = text === undefined ? TORN : remember(text);
  }
  return state;
}

async function identityState(
  reader: AccountReader,
  { kind, name }: { readonly kind: IdentityKind; readonly name: string },
  remember: (text: string) => string,
): Promise<ObjectState> {
  const identity = await told(reader.identity(kind, name));
  if (!identity) return {};
  const attached = await told(reader.attachedPolicies(kind, name));
  const inline = await told(reader.inlinePolicyNames(kind, name));
  const state: Record<string, string> = { exists: attached && inline ? 'yes' : TORN };
  if (identity.boundary !== undefined) state.boundary = identity.boundary;
  if (identity.trust !== undefined) state.trust = remember(identity.trust);
  for (const { arn } of attached ?? []) state[ATTACHED + arn] = 'yes';
  for (const policyName of inline ?? []) {
    const text = await told(reader.inlinePolicy(kind, name, policyName));
    state[INLINE + policyName] = text === undefined ? TORN : remember(text);
  }
  return state;
}
