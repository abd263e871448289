/** The state of an object of the account, as flat as a journal needs it: what is to say of it, by aspect. */
import type { IdentityKind } from './live.ts';

/** The ARN of a customer managed policy, or `user/alice`, `group/x`, `role/y`. */
export type ObjectName = string;

/**
 * An object that is not there has none. Of a policy: `exists`, `default` (a version), `version v3` (the hash of its document).
 * Of an identity: `exists`, `trust` and `inline NAME` (hashes), `boundary` (an ARN), `attached ARN`.
 */
export type ObjectState = Readonly<Record<string, string>>;

/** What changes: from what to what; null is nothing. */
export type Effects = Readonly<Record<string, { readonly from: string | null; readonly to: string | null }>>;

export type ObjectReference =
  | { readonly kind: 'policy'; readonly arn: string }
  | { readonly kind: IdentityKind; readonly name: string };

export function objectReference(object: ObjectName): ObjectReference {
  if (object.startsWith('arn:')) return { kind: 'policy', arn: object };
  const kind = IDENTITY_KINDS.find((one) => object.startsWith(`${one}/`)) ?? 'user';
  return { kind, name: object.slice(kind.length + 1) };
}

const IDENTITY_KINDS = ['user', 'group', 'role'] as const satisfies readonly IdentityKind[];

export const VERSION = 'version ';
export const INLINE = 'inline ';
export const ATTACHED = 'attached ';

/** The names behind a prefix: `namesOf(state, INLINE)`. */
export function namesOf(state: ObjectState, prefix: string): readonly string[] {
  return Object.keys(state).flatMap((aspect) => (aspect.startsWith(prefix) ? aspect.slice(prefix.length) : []));
}

export function withEffects(state: ObjectState, effects: Effects): ObjectState {
  const next = new Map(Object.entries(state));
  for (const [aspect, { to }] of Object.entries(effects)) {
    if (to === null) next.delete(aspect);
    else next.set(aspect, to);
  }
  return Object.fromEntries(next);
}

export function inverse(effects: Effects): Effects {
  return Object.fromEntries(Object.entries(effects).map(([aspect, { from, to }]) => [aspect, { from: to, to: from }]));
}

export function isSameState(one: ObjectState, other: ObjectState): boolean {
  return differencesOf(one, other).length === 0;
}

/** Aspects in which two states differ. */
export function differencesOf(one: ObjectState, other: ObjectState): readonly string[] {
  const aspects = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...aspects].filter((aspect) => one[aspect] !== other[aspect]).sort();
}

/** Do the effects stand as before, as after, or as neither? Other aspects are not looked at. */
export function standingOf(effects: Effects, state: ObjectState): 'before' | 'after' | 'neither' {
  const all = Object.entries(effects);
  if (all.every(([aspect, { to }]) => (state[aspect] ?? null) === to)) return 'after';
  return all.every(([aspect, { from }]) => (state[aspect] ?? null) === from) ? 'before' : 'neither';
}
