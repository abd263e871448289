/** Applies a plan, takes an interrupted apply up again, and rolls one back. */
import { drive, type RunPorts, record } from './drive.ts';
import type { Foreign, JournalEntry } from './journal.ts';
import type { CallerIdentity } from './live.ts';
import { withNewVersions } from './new-versions.ts';
import { differencesOf, type ObjectName, type ObjectState, withEffects } from './object-state.ts';
import { observe } from './observe.ts';
import type { Plan } from './plan.ts';
import type { AwsFailure } from './port.ts';
import { type Run, runOf, startOf } from './run.ts';

/** What came of it. Of all but the last four nothing was written. */
export type ApplyResult =
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'unreachable'; readonly failure: AwsFailure }
  /** The account is not any more as it was when the plan was made. */
  | { readonly kind: 'stale'; readonly foreign: readonly Foreign[] }
  /** All of the plan is so already. */
  | { readonly kind: 'nothing to do' }
  | {
      readonly kind: 'applied' | 'rolled back' | 'partial' | 'unknown' | 'interrupted';
      readonly run: Run;
      readonly last?: JournalEntry;
    };

export interface ApplyOptions {
  /** Why verification is passed over. */
  readonly breakGlass?: string;
}

/** @param ports the journal is empty, or that of a run which has ended */
export async function apply(plan: Plan, options: ApplyOptions, ports: RunPorts): Promise<ApplyResult> {
  if (!plan.verification.passed && options.breakGlass === undefined) {
    return { kind: 'refused', why: 'the plan is not verified' };
  }
  const caller = await rightAccount(plan, ports);
  if ('kind' in caller) return caller;
  const base = await compareWithBase(plan, ports);
  if (base) return base;
  const { breakGlass } = options;
  const at = ports.now();
  const begin: JournalEntry = {
    entry: 'begin',
    plan,
    caller: caller.arn,
    at,
    ...(breakGlass === undefined ? {} : { breakGlass }),
  };
  return carryOn(startOf(plan), begin, ports);
}

/** Goes on where the journal ends, or back. */
export async function resume(
  entries: readonly JournalEntry[],
  way: 'on' | 'back',
  ports: RunPorts,
): Promise<ApplyResult> {
  const run = runOf(entries);
  if (!run) return { kind: 'refused', why: 'the journal does not begin with a plan' };
  if (run.end === 'rolled back') return { kind: 'refused', why: 'it was rolled back already' };
  if (run.end === 'applied' && way === 'on') return { kind: 'nothing to do' };
  const caller = await rightAccount(run.plan, ports);
  if ('kind' in caller) return caller;
  const at = ports.now();
  const resumed: JournalEntry = {
    entry: 'resume',
    caller: caller.arn,
    at,
    way: way === 'back' ? 'backwards' : run.way,
  };
  return carryOn(run, resumed, ports);
}

async function carryOn(run: Run, first: JournalEntry, ports: RunPorts): Promise<ApplyResult> {
  let last: JournalEntry = first;
  const tell = (entry: JournalEntry, after: Run) => {
    last = entry;
    ports.tell(entry, after);
  };
  const started = await record(run, first, { ...ports, tell });
  const ended = await drive(started, { ...ports, tell });
  return { kind: kindOf(ended, last), run: ended, last };
}

function kindOf({ end }: Run, last: JournalEntry): 'applied' | 'rolled back' | 'partial' | 'unknown' | 'interrupted' {
  if (end === undefined) return 'interrupted';
  if (end !== 'stopped') return end;
  return last.entry === 'stop' ? last.outcome : 'unknown';
}

async function rightAccount(plan: Plan, { account }: RunPorts): Promise<CallerIdentity | ApplyResult> {
  const answer = await account.read.callerIdentity();
  if (answer.kind === 'failed') return { kind: 'unreachable', failure: answer };
  const { value } = answer;
  if (value.account === plan.account.id) return value;
  return {
    kind: 'refused',
    why: `the plan is for account ${plan.account.id}, and these credentials are of ${value.account}`,
  };
}

/** Undefined where the account is as the plan found it. Looked at once: what is seen too late makes the plan stale, which does no harm. */
async function compareWithBase(plan: Plan, { account, hash }: RunPorts): Promise<ApplyResult | undefined> {
  const foreign: Foreign[] = [];
  let isDone = true;
  for (const [object, before] of Object.entries(plan.base)) {
    const answer = await observe(account.read, object, hash);
    if (answer.kind === 'failed') return { kind: 'unreachable', failure: answer };
    const { state } = answer.value;
    for (const aspect of differencesOf(state, before)) {
      foreign.push({ object, aspect, expected: before[aspect] ?? null, found: state[aspect] ?? null });
    }
    const wanted = stateAfter(plan, object);
    isDone &&= differencesOf(withNewVersions(state, wanted), wanted).length === 0;
  }
  if (isDone) return { kind: 'nothing to do' };
  return foreign.length > 0 ? { kind: 'stale', foreign } : undefined;
}

/** An object as the plan makes it. */
function stateAfter(plan: Plan, object: ObjectName): ObjectState {
  return plan.steps
    .filter((step) => step.object === object)
    .reduce((state, { effects }) => withEffects(state, effects), plan.base[object] ?? {});
}
