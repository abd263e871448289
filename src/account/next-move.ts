/** What a run does next: a pure function of the plan, the journal and what was last seen of the account. */
import type { Foreign, JournalEntry, Task } from './journal.ts';
import {
  differencesOf,
  isSameState,
  type ObjectName,
  type ObjectState,
  standingOf,
  VERSION,
  withEffects,
} from './object-state.ts';
import type { Step } from './plan.ts';
import type { AwsFailure, FailureKind } from './port.ts';
import { expectedState, isRemoval, type Run, type Sent, stepOf, taskOf, versionIn, versionOf } from './run.ts';
import { slotted } from './slots.ts';
import { callOf } from './step-call.ts';

export type Move =
  /** Read the object, after so many milliseconds. */
  | { readonly kind: 'look'; readonly object: ObjectName; readonly wait: number }
  /** Write the entry to the journal, after so many milliseconds; the call of an intent is then sent. */
  | { readonly kind: 'enter'; readonly entry: JournalEntry; readonly wait: number };

/** What was read since the last entry of the journal. */
export interface Sight {
  /** Missing where the last look failed. */
  readonly state?: ObjectState;
  readonly failure?: AwsFailure;
  readonly looks: number;
}

/** Nothing of it is kept when an entry is made. */
export type Seen = ReadonlyMap<ObjectName, Sight>;

/** Milliseconds before each look: IAM is eventually consistent, and what was written may take seconds to be seen. */
const LOOKS = [0, 200, 400, 800, 1600, 3200, 6400] as const;
/** Milliseconds before a call that was refused is sent again. */
const AGAIN = [0, 500, 1000, 2000, 4000, 8000] as const;
/** A call that may have been done is sent so often at most. */
const MOST_OPEN = 2;
/** Refusals that may pass. `not-found`: what was made a moment ago may not be known everywhere yet. */
const MAY_PASS: ReadonlySet<FailureKind> = new Set(['throttled', 'conflict', 'not-found', 'unreachable']);

/** @returns undefined where the run is over */
export function nextMove(run: Run, seen: Seen): Move | undefined {
  if (run.end !== undefined) return undefined;
  const task = taskOf(run);
  if (!task) return lastLook(run, seen);
  const step = stepOf(run.plan, task);
  const { sent } = run;
  if (sent && isRefused(sent)) {
    const why = `AWS refused ${sent.failure?.operation} (${sent.failure?.code})`;
    return task.way === 'forwards' ? turn(why, sent.failure) : stop(run, why, sent.failure);
  }
  const sight = seen.get(step.object);
  if (!sight?.state) {
    return lookAgain(step.object, sight) ?? stop(run, `${step.object} cannot be read`, sight?.failure);
  }
  const scene: Scene = { run, task, step, sight, ...slotted(sight.state, run, step) };
  return strangerMove(scene) ?? (task.way === 'forwards' ? forwards(scene) : backwards(scene));
}

interface Scene {
  readonly run: Run;
  readonly task: Task;
  readonly step: Step;
  readonly sight: Sight;
  readonly state: ObjectState;
  readonly strangers: readonly string[];
}

/** For good: nothing is open, and to ask again would not help. */
function isRefused({ last, failure, open, refused }: Sent): boolean {
  if (last !== 'refused' || !failure || open > 0) return false;
  return !MAY_PASS.has(failure.why) || refused >= AGAIN.length;
}

/** A call whose answer was lost came through, perhaps twice: its version is the first; the second is taken away. */
function strangerMove({ run, task, step, strangers }: Scene): Move | undefined {
  const [version] = strangers;
  const isOwn = (run.sent?.open ?? 0) > 0 || run.doubtful === task.step;
  if (version === undefined || !isOwn) return undefined;
  const isKnown = run.versions[step.object]?.[versionIn(step) ?? ''] !== undefined;
  if (!isKnown) return enter({ entry: 'found', task, versionId: version });
  const call = { operation: 'DeletePolicyVersion', input: { PolicyArn: step.object, VersionId: version } } as const;
  return enter({ entry: 'intent', task, call, surplus: { version } });
}

/** Forwards the whole object must be as expected: whatever else is there somebody else has written. */
function forwards(scene: Scene): Move {
  const { run, task, step, sight, state } = scene;
  const { sent } = run;
  const now = expectedState(run, step.object);
  const then = withEffects(now, step.effects);
  if (isSameState(state, then)) return enter({ entry: 'done', task, how: howDone(sent) });
  const isUntouched = isSameState(state, now);
  if (isUntouched && isUnsent(sent)) return send(scene);
  const again = lookAgain(step.object, sight);
  if (again) return again;
  if (isUntouched && mayRepeat(sent)) return send(scene);
  if (isUntouched) return turn(`${callName(scene)} was not seen to be done`, sent?.failure);
  return turn(`somebody else has changed ${step.object} (${differencesOf(state, sent ? then : now).join(', ')})`);
}

/** Backwards only what the step changed is looked at: what others wrote beside it stays. */
function backwards(scene: Scene): Move {
  const { run, task, step, sight, state } = scene;
  const { sent } = run;
  const standing = standingOf(step.effects, state);
  // Of what was not acknowledged, a reading from before the step was made would look the same as one after it was undone.
  if (standing === 'after' && sent?.last === 'acknowledged') return enter({ entry: 'done', task, how: 'written' });
  const obstacle = standing === 'before' ? obstacleTo(step, state, run) : undefined;
  if (standing === 'before' && !obstacle && isUnsent(sent)) return send(scene);
  // What was seen to be made may look unmade for a while.
  const again = lookAgain(step.object, sight);
  if (again) return again;
  if (standing === 'after')
    return isWorthUndoing(scene) && (!sent || mayRepeat(sent))
      ? send(scene)
      : enter({ entry: 'done', task, how: howDone(sent) });
  if (obstacle) return enter({ entry: 'left', task, why: obstacle, stands: true });
  if (standing === 'neither') {
    const why = `somebody else has changed ${step.object} (${Object.keys(step.effects).join(', ')})`;
    return enter({ entry: 'left', task, why, stands: false });
  }
  return mayRepeat(sent) ? send(scene) : stop(run, `${callName(scene)} was not seen to be done`, sent?.failure);
}

/** Nothing is under way. */
function isUnsent(sent: Sent | undefined): boolean {
  return sent === undefined || (sent.last === 'refused' && sent.open === 0);
}

/** It does not seem to have come through. */
function mayRepeat(sent: Sent | undefined): boolean {
  return sent !== undefined && sent.last !== 'acknowledged' && sent.open < MOST_OPEN && sent.refused < AGAIN.length;
}

function howDone(sent: Sent | undefined): 'written' | 'adopted' | 'already so' {
  if (!sent) return 'already so';
  return sent.last === 'acknowledged' ? 'written' : 'adopted';
}

/**
 * AWS said that the step was done, but nobody has seen it: it is undone all the same, where that does no harm.
 * What was never acknowledged and never seen is taken for not done.
 */
function isWorthUndoing({ run, task, step }: Scene): boolean {
  if (run.doubtful !== task.step || !run.acknowledged) return false;
  const slot = versionIn(step);
  if (slot === undefined) return true;
  return isRemoval(step) && (step.effects.exists !== undefined || run.versions[step.object]?.[slot] !== undefined);
}

/** Why a step that stands as it was made cannot be undone. */
function obstacleTo({ effects, object }: Step, state: ObjectState, run: Run): string | undefined {
  if (effects.exists) {
    const strange = Object.keys(state).find((aspect) => !(aspect in effects));
    return strange === undefined ? undefined : `somebody else has given ${object} something (${strange})`;
  }
  const [slot] = Object.keys(effects).flatMap((aspect) =>
    aspect.startsWith(VERSION) ? aspect.slice(VERSION.length) : [],
  );
  if (slot !== undefined && state.default === slot) {
    return `somebody else has made ${versionOf(run, object, slot)} the default version of ${object}`;
  }
  const target = effects.default?.to;
  if (target && state[VERSION + target] === undefined) {
    return `somebody else has deleted ${versionOf(run, object, target)} of ${object}`;
  }
  return undefined;
}

function lookAgain(object: ObjectName, sight: Sight | undefined): Move | undefined {
  const wait = LOOKS[sight?.looks ?? 0];
  return wait === undefined ? undefined : { kind: 'look', object, wait };
}

function send({ run, task, step }: Scene): Move {
  const call = callOf(step, run.plan, (object, slot) => versionOf(run, object, slot));
  return { ...enter({ entry: 'intent', task, call }), wait: AGAIN[run.sent?.refused ?? 0] ?? 0 };
}

function enter(entry: JournalEntry): Extract<Move, { readonly kind: 'enter' }> {
  return { kind: 'enter', entry, wait: 0 };
}

function turn(why: string, failure?: AwsFailure): Move {
  return enter({ entry: 'turn', why, ...(failure ? { failure } : {}) });
}

/** What was sent and never cleared up makes the outcome unknown; without that one knows how things stand. */
function stop({ sent }: Run, why: string, failure?: AwsFailure): Move {
  const isOpen = sent !== undefined && (sent.open > 0 || sent.last === 'acknowledged');
  return enter({ entry: 'stop', outcome: isOpen ? 'unknown' : 'partial', why, ...(failure ? { failure } : {}) });
}

function callName({ run, step }: Scene): string {
  return `${callOf(step, run.plan, (object, slot) => versionOf(run, object, slot)).operation} of ${step.object}`;
}

/** When all is done: is everything as it must be? */
function lastLook(run: Run, seen: Seen): Move {
  const foreign: Foreign[] = [];
  const unread: ObjectName[] = [];
  for (const object of Object.keys(run.plan.base)) {
    const sight = seen.get(object);
    const again = lookAgain(object, sight);
    if (!sight?.state) {
      if (again) return again;
      unread.push(object);
      continue;
    }
    const { state } = slotted(sight.state, run, { object, effects: {} });
    const expected = expectedState(run, object);
    const differences = differencesOf(state, expected);
    if (differences.length > 0 && again) return again;
    for (const aspect of differences) {
      foreign.push({ object, aspect, expected: expected[aspect] ?? null, found: state[aspect] ?? null });
    }
  }
  const isWhole = run.way === 'forwards' ? foreign.length === 0 : !run.left.some(({ stands }) => stands);
  const outcome = !isWhole ? 'partial' : run.way === 'forwards' ? 'applied' : 'rolled back';
  return enter({ entry: 'end', outcome, foreign, unread });
}
