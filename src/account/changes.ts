/** What it takes to make the account what a manifest says: changes as a person counts them, and the writes that make them. */
import type { Policy, PolicyType } from '../language/index.ts';
import { parsePolicy, printPolicyDocument } from '../parse/index.ts';
import { directionOf, type Judge, phaseOf } from './direction.ts';
import { isSameStructure } from './document-equality.ts';
import { identityObject, type LiveSet, policyArn, referenceArn } from './live-set.ts';
import type { KeptIdentity, KeptPolicy, Manifest } from './manifest.ts';
import { ATTACHED, type Effects, INLINE, namesOf, type ObjectName, type ObjectState, VERSION } from './object-state.ts';
import { documentHash, type Hash } from './observe.ts';
import { type Change, type Direction, PHASES, type Phase, type Step } from './plan.ts';

export interface ChangeSet {
  readonly changes: readonly Change[];
  readonly steps: readonly Step[];
  /** By their hash: those that the changes bring and those that they take away. */
  readonly documents: Readonly<Record<string, string>>;
  /** Why it cannot be done. */
  readonly problems: readonly string[];
}

interface Draft {
  readonly manifest: Manifest;
  readonly live: LiveSet;
  readonly judge: Judge;
  readonly hash: Hash;
  readonly changes: Change[];
  readonly steps: Step[];
  readonly documents: Map<string, string>;
  readonly problems: string[];
}

export function changesOf(
  manifest: Manifest,
  live: LiveSet,
  ports: { readonly judge: Judge; readonly hash: Hash },
): ChangeSet {
  const documents = new Map(Object.entries(live.documents));
  const draft: Draft = { manifest, live, ...ports, changes: [], steps: [], documents, problems: [] };
  for (const kept of manifest.policies) policyChanges(kept, draft);
  for (const kept of manifest.identities) identityChanges(kept, draft);
  const steps = PHASES.flatMap((phase) => draft.steps.filter((step) => step.phase === phase));
  const { changes, problems } = draft;
  return { changes, steps, documents: documentsIn(changes, steps, documents), problems };
}

function policyChanges(kept: KeptPolicy, draft: Draft): void {
  const { live, manifest } = draft;
  const object = policyArn(kept, manifest.account, live.caller.partition);
  const state = live.states[object] ?? {};
  const holders = live.holders[object] ?? [];
  if (!kept.policy) {
    if (state.exists) destroyPolicy(object, state, draft);
    return;
  }
  const wanted = wantedDocument(kept.policy, draft);
  const file = kept.policy.name;
  const current = state.default === undefined ? undefined : state[VERSION + state.default];
  if (current === undefined) {
    const effects = { exists: made('yes'), default: made('v1'), [`${VERSION}v1`]: made(wanted) };
    const direction = judged('identity', undefined, wanted, draft);
    add(draft, { action: 'create', kind: 'managed policy', object, after: wanted, file, direction, holders }, [
      { object, effects, phase: 'prepare' },
    ]);
    return;
  }
  if (isSame(current, wanted, 'identity', draft)) return;
  const direction = judged('identity', current, wanted, draft);
  const change = {
    action: 'update',
    kind: 'managed policy',
    object,
    before: current,
    after: wanted,
    file,
    direction,
    holders,
  } as const;
  add(draft, change, versionSteps({ object, state, wanted, phase: phaseOf(direction) }, draft));
}

interface NewVersion {
  readonly object: ObjectName;
  readonly state: ObjectState;
  readonly wanted: string;
  readonly phase: Phase;
}

/** AWS keeps five versions of a policy: what stands in the way is the oldest that is neither default nor, then, the way back. */
function versionSteps({ object, state, wanted, phase }: NewVersion, draft: Draft): readonly Step[] {
  const current = state.default ?? '';
  const others = namesOf(state, VERSION)
    .filter((id) => id !== current)
    .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
  const there = others.findLast((id) => state[VERSION + id] === wanted);
  const switchTo = (to: string): Step => ({ object, effects: { default: { from: current, to } }, phase });
  if (there !== undefined) return [switchTo(there)];
  const [oldest] = others;
  const isFull = others.length + 1 >= (draft.live.quotas.VersionsPerPolicyQuota ?? 5);
  if (isFull && oldest === undefined) draft.problems.push(`${object} can have one version only`);
  const pruned: Effects | undefined =
    isFull && oldest !== undefined ? { [VERSION + oldest]: gone(state[VERSION + oldest]) } : undefined;
  return [
    ...(pruned ? [{ object, effects: pruned, phase: 'prepare' } as const] : []),
    { object, effects: { [NEW]: made(wanted) }, phase: 'prepare' },
    switchTo('new'),
  ];
}

const NEW = `${VERSION}new`;

function destroyPolicy(object: ObjectName, state: ObjectState, draft: Draft): void {
  const keptObjects = new Set(draft.manifest.identities.map(identityObject));
  const holders = draft.live.holders[object] ?? [];
  for (const holder of holders.filter((one) => !keptObjects.has(identityObject(one)))) {
    draft.problems.push(`${object} cannot be destroyed: ${identityObject(holder)}, which is not kept here, has it`);
  }
  const current = state.default ?? '';
  const others = namesOf(state, VERSION).filter((id) => id !== current);
  const before = state[VERSION + current] ?? '';
  const direction = judged('identity', before, undefined, draft);
  add(draft, { action: 'delete', kind: 'managed policy', object, before, direction, holders }, [
    ...others.map((id): Step => ({ object, effects: { [VERSION + id]: gone(state[VERSION + id]) }, phase: 'destroy' })),
    {
      object,
      effects: { exists: gone('yes'), default: gone(current), [VERSION + current]: gone(before) },
      phase: 'destroy',
    },
  ]);
}

function identityChanges(kept: KeptIdentity, draft: Draft): void {
  const object = identityObject(kept);
  const state = draft.live.states[object] ?? {};
  const path = draft.live.paths[object];
  if (path !== undefined && path !== kept.path) {
    draft.problems.push(`${object} has the path \`${path}\`, which cannot be changed to \`${kept.path}\``);
  }
  const isNew = state.exists === undefined;
  if (isNew) createIdentity(kept, object, draft);
  else if (kept.trust) trustChange(kept.trust, { object, state }, draft);
  if (!isNew) boundaryChange(kept, { object, state }, draft);
  inlineChanges(kept, { object, state }, draft);
  attachmentChanges(kept, { object, state }, draft);
}

function createIdentity(kept: KeptIdentity, object: ObjectName, draft: Draft): void {
  if (kept.kind === 'role' && !kept.trust) {
    draft.problems.push(`${object} is not there, and without a trust policy it cannot be created`);
    return;
  }
  const trust = kept.trust && wantedDocument(kept.trust, draft);
  const boundary = boundaryArn(kept, draft);
  const effects = {
    exists: made('yes'),
    ...(trust === undefined ? {} : { trust: made(trust) }),
    ...(boundary ? { boundary: made(boundary) } : {}),
  };
  const file = kept.trust?.name;
  const about = { ...(trust === undefined ? {} : { after: trust }), ...(file === undefined ? {} : { file }) };
  const part = boundary ? { part: boundary } : {};
  const direction = trust === undefined ? 'neither' : judged('trust', undefined, trust, draft);
  add(draft, { action: 'create', kind: 'identity', object, ...about, ...part, direction }, [
    { object, effects, phase: 'prepare' },
  ]);
}

interface Live {
  readonly object: ObjectName;
  readonly state: ObjectState;
}

/** Last of all, whatever it does: it can lock out whoever applies it. */
function trustChange(trust: Policy, { object, state }: Live, draft: Draft): void {
  const after = wantedDocument(trust, draft);
  const before = state.trust ?? '';
  if (isSame(before, after, 'trust', draft)) return;
  const direction = judged('trust', before, after, draft);
  add(draft, { action: 'update', kind: 'trust policy', object, before, after, file: trust.name, direction }, [
    { object, effects: { trust: { from: before, to: after } }, phase: 'trust' },
  ]);
}

function boundaryChange(kept: KeptIdentity, { object, state }: Live, draft: Draft): void {
  const wanted = boundaryArn(kept, draft);
  const former = state.boundary ?? null;
  if (wanted === undefined || wanted === former) return;
  const text = (arn: string | null) => (arn === null ? undefined : attachableHash(arn, draft));
  const [before, after] = [text(former), text(wanted)];
  const isKnown = (former === null || before !== undefined) && (wanted === null || after !== undefined);
  const direction = isKnown ? judged('boundary', before, after, draft) : 'unknown';
  const action = former === null ? 'create' : wanted === null ? 'delete' : 'update';
  add(
    draft,
    {
      action,
      kind: 'boundary',
      object,
      ...(wanted === null ? {} : { part: wanted }),
      ...(former === null ? {} : { formerPart: former }),
      ...documentsOf(before, after),
      direction,
    },
    [{ object, effects: { boundary: { from: former, to: wanted } }, phase: phaseOf(direction) }],
  );
}

/** Null: none; undefined: whatever there is. */
function boundaryArn({ boundary }: KeptIdentity, { manifest, live }: Draft): string | null | undefined {
  if (boundary === undefined) return undefined;
  return boundary === 'none' ? null : referenceArn(boundary, manifest, live.caller.partition);
}

function inlineChanges({ inline }: KeptIdentity, { object, state }: Live, draft: Draft): void {
  if (!inline) return;
  const kind = 'inline policy';
  const put = (name: string, before: string | undefined, after: string | undefined, direction: Direction): Step[] => {
    return [
      { object, effects: { [INLINE + name]: { from: before ?? null, to: after ?? null } }, phase: phaseOf(direction) },
    ];
  };
  for (const { name, policy } of inline) {
    const after = wantedDocument(policy, draft);
    const before = state[INLINE + name];
    if (before !== undefined && isSame(before, after, 'identity', draft)) continue;
    const direction = judged('identity', before, after, draft);
    const action = before === undefined ? 'create' : 'update';
    const change = {
      action,
      kind,
      object,
      part: name,
      ...documentsOf(before, after),
      file: policy.name,
      direction,
    } as const;
    add(draft, change, put(name, before, after, direction));
  }
  for (const name of namesOf(state, INLINE)) {
    const before = state[INLINE + name];
    if (before === undefined || inline.some((one) => one.name === name)) continue;
    const direction = judged('identity', before, undefined, draft);
    const change = { action: 'delete', kind, object, part: name, before, direction } as const;
    add(draft, change, put(name, before, undefined, direction));
  }
}

function attachmentChanges({ attached }: KeptIdentity, { object, state }: Live, draft: Draft): void {
  if (!attached) return;
  const kind = 'attachment';
  const { manifest, live } = draft;
  const wanted = attached.map((one) => referenceArn(one, manifest, live.caller.partition));
  for (const arn of wanted.filter((one) => state[ATTACHED + one] === undefined)) {
    const after = attachableHash(arn, draft);
    const direction = after === undefined ? 'unknown' : judged('identity', undefined, after, draft);
    const change = { action: 'create', kind, object, part: arn, ...documentsOf(undefined, after), direction } as const;
    add(draft, change, [{ object, effects: { [ATTACHED + arn]: made('yes') }, phase: phaseOf(direction) }]);
  }
  for (const arn of namesOf(state, ATTACHED).filter((one) => !wanted.includes(one))) {
    const before = attachableHash(arn, draft);
    const direction = before === undefined ? 'unknown' : judged('identity', before, undefined, draft);
    const change = { action: 'delete', kind, object, part: arn, ...documentsOf(before, undefined), direction } as const;
    add(draft, change, [{ object, effects: { [ATTACHED + arn]: gone('yes') }, phase: phaseOf(direction) }]);
  }
}

/** As it will be: of a policy that is kept the document that it is to have. */
function attachableHash(arn: string, draft: Draft): string | undefined {
  const { manifest, live } = draft;
  const kept = manifest.policies.find((one) => policyArn(one, manifest.account, live.caller.partition) === arn);
  if (kept?.policy) return wantedDocument(kept.policy, draft);
  const text = live.attachable[arn];
  return text === undefined ? undefined : remember(text, draft);
}

function add(draft: Draft, change: Change, steps: readonly Step[]): void {
  draft.changes.push(change);
  draft.steps.push(...steps);
}

function made(to: string) {
  return { from: null, to };
}

function gone(from: string | undefined) {
  return { from: from ?? null, to: null };
}

function documentsOf(before: string | undefined, after: string | undefined): Pick<Change, 'before' | 'after'> {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function wantedDocument({ document }: Policy, draft: Draft): string {
  return remember(printPolicyDocument(document), draft);
}

function remember(text: string, { documents, hash }: Draft): string {
  const name = documentHash(text, hash);
  if (!documents.has(name)) documents.set(name, text);
  return name;
}

function isSame(one: string, other: string, type: PolicyType, { documents }: Draft): boolean {
  return one === other || isSameStructure(documents.get(one) ?? '', documents.get(other) ?? '', type);
}

/** A document that cannot be read as a policy does nobody knows what. */
function judged(type: PolicyType, before: string | undefined, after: string | undefined, draft: Draft): Direction {
  const [old, now] = [before, after].map((name) =>
    name === undefined ? undefined : policyOf(name, type, draft.documents),
  );
  if (old === null || now === null) return 'unknown';
  return directionOf({ type, before: old, after: now }, draft.judge);
}

/** Null where the document cannot be read as a policy of the type. */
export function policyOf(
  hash: string,
  type: PolicyType,
  documents: Pick<ReadonlyMap<string, string>, 'get'>,
  name = hash,
): Policy | null {
  // Documents are kept as JSON, whatever the file is that the policy is named after.
  const { document } = parsePolicy({ name: hash, text: documents.get(hash) ?? '' }, type);
  return document ? { name, type, document } : null;
}

function documentsIn(
  changes: readonly Change[],
  steps: readonly Step[],
  documents: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const names = [
    ...changes.flatMap(({ before, after }) => [before, after]),
    ...steps.flatMap(({ effects }) => Object.values(effects).flatMap(({ from, to }) => [from, to])),
  ];
  const used = [...new Set(names)].sort().flatMap((name) => {
    const text = name && documents.get(name);
    return name && text !== undefined ? [[name, text]] : [];
  });
  return Object.fromEntries(used);
}
