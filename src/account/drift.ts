/** How an account has moved away from what the project keeps in it: the changes that somebody else made. */
import { changesOf } from './changes.ts';
import type { Judge } from './direction.ts';
import { readLiveSet } from './live-set.ts';
import type { Manifest } from './manifest.ts';
import type { Hash } from './observe.ts';
import { permissionDifference } from './permission-difference.ts';
import type { Change, Direction, Plan } from './plan.ts';
import type { AccountReader, AwsFailure } from './port.ts';

export interface Drift {
  readonly manifest: string;
  readonly account: Plan['account'];
  readonly caller: string;
  /** From what the project says to what is live: `before` is the project's. */
  readonly changes: readonly Change[];
  /** By their hash. */
  readonly documents: Plan['documents'];
  /** Objects that were looked at. */
  readonly objects: number;
  /** What of it could not be judged, one sentence each. */
  readonly problems: readonly string[];
}

export type FoundDrift =
  | { readonly kind: 'read'; readonly drift: Drift }
  | { readonly kind: 'wrong account'; readonly live: string }
  | AwsFailure;

export async function findDrift(
  manifest: Manifest,
  ports: { readonly reader: AccountReader; readonly hash: Hash; readonly judge: Judge },
): Promise<FoundDrift> {
  const caller = await ports.reader.callerIdentity();
  if (caller.kind === 'failed') return caller;
  if (caller.value.account !== manifest.account) return { kind: 'wrong account', live: caller.value.account };
  const read = await readLiveSet(manifest, ports.reader, ports.hash);
  if (read.kind === 'failed') return read;
  const { alias, caller: live } = read.value;
  const { changes, documents, problems } = changesOf(manifest, read.value, ports);
  const account = { id: manifest.account, partition: live.partition, ...(alias === undefined ? {} : { alias }) };
  const objects = manifest.policies.length + manifest.identities.length;
  const drift = { manifest: manifest.source.name, account, caller: live.arn, objects, documents, problems };
  return { kind: 'read', drift: { ...drift, changes: changes.map(reversed) } };
}

/** What the drift newly allows and no longer does. */
export function driftDifference(change: Change, { documents }: Drift, judge: Judge) {
  const before = change.file ?? "the project's policy";
  return permissionDifference(change, { documents }, judge, { before, after: 'the live policy' });
}

const ACTIONS = { create: 'delete', update: 'update', delete: 'create' } as const;
const DIRECTIONS = {
  tightens: 'widens',
  widens: 'tightens',
  both: 'both',
  neither: 'neither',
  unknown: 'unknown',
} as const satisfies Record<Direction, Direction>;

function reversed({ before, after, part, formerPart, ...change }: Change): Change {
  const isBoundary = change.kind === 'boundary';
  const [now, former] = isBoundary ? [formerPart, part] : [part, undefined];
  return {
    ...change,
    action: ACTIONS[change.action],
    direction: DIRECTIONS[change.direction],
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
    ...(now === undefined ? {} : { part: now }),
    ...(former === undefined ? {} : { formerPart: former }),
  };
}
