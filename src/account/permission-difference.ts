/** What a change of a plan does to what is allowed, row by row. */
import type { PolicyType } from '../language/index.ts';
import type { PolicyComparison } from '../prove/index.ts';
import { policyOf } from './changes.ts';
import { compareReplacement, type Judge } from './direction.ts';
import type { Change, ChangeKind, Plan } from './plan.ts';

const TYPES = {
  'managed policy': 'identity',
  identity: 'trust',
  'trust policy': 'trust',
  boundary: 'boundary',
  'inline policy': 'identity',
  attachment: 'identity',
} as const satisfies Record<ChangeKind, PolicyType>;

/** Undefined where the change has nothing to do with any document: a user or group that is created. */
export function permissionDifference(
  change: Change,
  { documents }: Pick<Plan, 'documents'>,
  judge: Judge,
  names: { readonly before: string; readonly after: string } = {
    before: 'the live policy',
    after: change.file ?? 'the new policy',
  },
): PolicyComparison | undefined {
  const { kind, before, after, formerPart, part } = change;
  const type = TYPES[kind];
  const texts = new Map(Object.entries(documents));
  const named = (hash: string | undefined, name: string) =>
    hash === undefined ? undefined : policyOf(hash, type, texts, name);
  const [old, now] = [named(before, names.before), named(after, names.after)];
  const isUnread =
    kind === 'boundary'
      ? (formerPart !== undefined && !old) || (part !== undefined && !now)
      : kind === 'attachment' && !old && !now;
  if (isUnread || old === null || now === null) {
    return { comparison: 'unknown', gained: [], lost: [], unknown: ['the document cannot be read as a policy'] };
  }
  if (!old && !now && kind !== 'boundary') return undefined;
  return compareReplacement({ type, before: old, after: now }, judge);
}
