/** A run as its journal tells it: which steps are done, what is under way, and which way it goes. */
import type { JournalEntry, Task, Way } from './journal.ts';
import { inverse, type ObjectName, type ObjectState, VERSION, withEffects } from './object-state.ts';
import type { Plan, Step } from './plan.ts';
import type { AwsFailure } from './port.ts';

export interface Run {
  readonly plan: Plan;
  readonly way: Way;
  /** Positions of steps that are made and not undone, in the order in which they were made. */
  readonly made: readonly number[];
  /** What was sent for the task that comes next; undefined where nothing was. */
  readonly sent: Sent | undefined;
  /** AWS's numbers of versions that the plan could not know: object, slot, number. */
  readonly versions: Readonly<Record<ObjectName, Readonly<Record<string, string>>>>;
  /** Versions that came twice and were taken away. */
  readonly dropped: readonly string[];
  /** Steps that could not be undone. */
  readonly left: readonly { readonly task: Task; readonly why: string; readonly stands: boolean }[];
  /** A step that was sent when the run turned back, and may have been made. */
  readonly doubtful: number | undefined;
  /** AWS had said that the doubtful step was done. */
  readonly acknowledged: boolean;
  /** Why it turned back. */
  readonly turned: string | undefined;
  readonly end: 'applied' | 'rolled back' | 'partial' | 'stopped' | undefined;
}

export interface Sent {
  readonly task: Task;
  /** Of the last call: no answer came, or one that leaves open whether it is done. */
  readonly last: 'open' | 'acknowledged' | 'refused';
  readonly failure?: AwsFailure;
  /** Calls that may have been done without having been acknowledged. */
  readonly open: number;
  /** Calls that were refused and may be repeated. */
  readonly refused: number;
}

export function startOf(plan: Plan): Run {
  return {
    plan,
    way: 'forwards',
    made: [],
    sent: undefined,
    versions: {},
    dropped: [],
    left: [],
    doubtful: undefined,
    acknowledged: false,
    turned: undefined,
    end: undefined,
  };
}

/** A journal's run; undefined where it does not begin. What was before the last beginning has ended. */
export function runOf(entries: readonly JournalEntry[]): Run | undefined {
  return entries.reduce<Run | undefined>(
    (run, entry) => (entry.entry === 'begin' ? startOf(entry.plan) : run && advance(run, entry)),
    undefined,
  );
}

export function advance(run: Run, entry: JournalEntry): Run {
  switch (entry.entry) {
    case 'begin':
      return startOf(entry.plan);
    case 'resume':
      // What was refused may be allowed by now; what was left open stays so.
      return turnedTo({ ...run, end: undefined, sent: run.sent && reopened(run.sent) }, entry.way);
    case 'intent':
      return entry.surplus ? run : withFirstVersion({ ...run, sent: intended(run.sent, entry.task) }, entry);
    case 'answer':
      return entry.surplus ? withSurplus(run, entry) : answered(run, entry);
    case 'found':
      return withVersion(run, entry.task, entry.versionId);
    case 'done':
      return finished(run, entry.task);
    case 'left': {
      const { task, why, stands } = entry;
      return { ...finished(run, task), left: [...run.left, { task, why, stands }] };
    }
    case 'turn':
      return { ...turnedTo(run, 'backwards'), turned: entry.why };
    case 'stop':
      return { ...run, end: 'stopped' };
    case 'end':
      return { ...run, end: entry.outcome };
    default:
      return entry satisfies never;
  }
}

/** The version of a policy that is created, also of one that is put back, is its first: the numbers begin anew. */
function withFirstVersion(run: Run, { task, call }: Extract<JournalEntry, { readonly entry: 'intent' }>): Run {
  return call.operation === 'CreatePolicy' ? withVersion(run, task, 'v1') : run;
}

function intended(sent: Sent | undefined, task: Task): Sent {
  const before = sent ?? { open: 0, refused: 0 };
  return { ...before, task, last: 'open', open: before.open + 1 };
}

function reopened({ task, last, open }: Sent): Sent | undefined {
  if (last === 'acknowledged') return { task, last, open, refused: 0 };
  return open > 0 ? { task, last: 'open', open: 1, refused: 0 } : undefined;
}

type Answered = Extract<JournalEntry, { readonly entry: 'answer' }>;

function answered(run: Run, { task, failure, versionId }: Answered): Run {
  const { sent } = run;
  if (!sent) return run;
  if (!failure)
    return withVersion({ ...run, sent: { ...sent, last: 'acknowledged', open: sent.open - 1 } }, task, versionId);
  const isGone = failure.why === 'not-found' && isRemoval(stepOf(run.plan, task));
  if (isGone) return { ...run, sent: { ...sent, last: 'acknowledged', open: sent.open - 1 } };
  if (failure.why === 'ambiguous') return { ...run, sent: { ...sent, failure } };
  return { ...run, sent: { ...sent, last: 'refused', failure, open: sent.open - 1, refused: sent.refused + 1 } };
}

function withSurplus(run: Run, { surplus, failure }: Answered): Run {
  const isGone = !failure || failure.why === 'not-found';
  return isGone && surplus ? { ...run, dropped: [...run.dropped, surplus.version] } : run;
}

function withVersion(run: Run, task: Task, id: string | undefined): Run {
  const step = stepOf(run.plan, task);
  const slot = id === undefined ? undefined : versionIn(step);
  if (id === undefined || slot === undefined) return run;
  return { ...run, versions: { ...run.versions, [step.object]: { ...run.versions[step.object], [slot]: id } } };
}

function finished(run: Run, { step, way }: Task): Run {
  const others = run.made.filter((one) => one !== step);
  return { ...run, sent: undefined, made: way === 'forwards' ? [...others, step] : others };
}

/** A call that is still open counts as made when the run turns: undoing it finds out. */
function turnedTo(run: Run, way: Way): Run {
  if (run.way === way) return run;
  const { sent, made } = run;
  if (way === 'forwards' || !sent || sent.task.way !== 'forwards') return { ...run, way, sent: undefined };
  const maybe = sent.last === 'acknowledged' || sent.open > 0;
  if (!maybe) return { ...run, way, sent: undefined };
  const { step } = sent.task;
  const acknowledged = sent.last === 'acknowledged';
  return { ...run, way, sent: undefined, made: [...made, step], doubtful: step, acknowledged };
}

/** The step as it is made, or turned round. */
export function stepOf(plan: Plan, { step, way }: Task): Step {
  const found = plan.steps[step];
  if (!found) throw new Error(`the plan has no step ${step}`);
  return way === 'forwards' ? found : { ...found, effects: inverse(found.effects) };
}

/** The version that a step makes or takes away, by the name that the plan gives it. */
export function versionIn({ effects }: Pick<Step, 'effects'>): string | undefined {
  return Object.keys(effects)
    .find((aspect) => aspect.startsWith(VERSION))
    ?.slice(VERSION.length);
}

/** It takes something away; to do so twice is no error. */
export function isRemoval({ effects }: Step): boolean {
  return Object.values(effects).some(({ to }) => to === null);
}

/** The next thing to do; undefined where nothing is left. */
export function taskOf({ plan, way, made }: Run): Task | undefined {
  if (way === 'backwards') {
    const step = made.at(-1);
    return step === undefined ? undefined : { step, way };
  }
  const step = plan.steps.findIndex((_one, index) => !made.includes(index));
  return step === -1 ? undefined : { step, way };
}

/** An object as it must be now if nobody else wrote. */
export function expectedState({ plan, made }: Run, object: ObjectName): ObjectState {
  const own = plan.steps.flatMap((step, index) => (step.object === object && made.includes(index) ? [step] : []));
  return own.reduce((state, { effects }) => withEffects(state, effects), plan.base[object] ?? {});
}

/** AWS's number of a version that the plan names. */
export function versionOf({ versions }: Run, object: ObjectName, slot: string): string {
  return versions[object]?.[slot] ?? slot;
}
