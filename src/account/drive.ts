/** Drives a run: looks, writes to the journal, sends; decides nothing. */
import type { JournalEntry } from './journal.ts';
import { nextMove, type Seen, type Sight } from './next-move.ts';
import type { ObjectName } from './object-state.ts';
import { type Hash, observe } from './observe.ts';
import type { AccountPort, AwsFailure } from './port.ts';
import { advance, type Run } from './run.ts';

export interface RunPorts {
  readonly account: AccountPort;
  readonly hash: Hash;
  /** Returns when the entry is on the disk, whatever happens afterwards. */
  readonly journal: (entry: JournalEntry) => Promise<void>;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Somebody wants it to stop; what is under way is brought to an end. */
  readonly isInterrupted: () => boolean;
  /** The instant, ISO 8601, UTC. */
  readonly now: () => string;
  /** Each entry, once it is in the journal. */
  readonly tell: (entry: JournalEntry, run: Run) => void;
}

/** @returns the run as it stands when it is over, stopped or interrupted; `end` is undefined where it was interrupted */
export async function drive(from: Run, ports: RunPorts): Promise<Run> {
  let run = from;
  let seen: Seen = new Map();
  for (;;) {
    const move = nextMove(run, seen);
    if (!move) return run;
    if (move.wait > 0) await ports.wait(move.wait);
    if (ports.isInterrupted()) return run;
    if (move.kind === 'look') {
      seen = new Map([...seen, [move.object, await look(move.object, seen, ports)]]);
      continue;
    }
    const { entry } = move;
    run = await record(run, entry, ports);
    seen = new Map();
    if (entry.entry === 'intent') run = await record(run, await send(entry, ports), ports);
  }
}

/** An entry is in the journal before anything is made of it. */
export async function record(run: Run, entry: JournalEntry, { journal, tell }: RunPorts): Promise<Run> {
  await journal(entry);
  const next = advance(run, entry);
  tell(entry, next);
  return next;
}

async function look(object: ObjectName, seen: Seen, { account, hash }: RunPorts): Promise<Sight> {
  const looks = (seen.get(object)?.looks ?? 0) + 1;
  const answer = await observe(account.read, object, hash);
  return answer.kind === 'failed' ? { failure: plain(answer), looks } : { state: answer.value.state, looks };
}

type Intent = Extract<JournalEntry, { readonly entry: 'intent' }>;

async function send({ task, call, surplus }: Intent, { account }: RunPorts): Promise<JournalEntry> {
  const answer = await account.write(call);
  const about = { entry: 'answer', task, ...(surplus ? { surplus } : {}) } as const;
  if (answer.kind === 'failed') {
    const { requestId } = answer;
    return { ...about, ...(requestId === undefined ? {} : { requestId }), failure: plain(answer) };
  }
  const { requestId, versionId } = answer.value;
  return {
    ...about,
    ...(requestId === undefined ? {} : { requestId }),
    ...(versionId === undefined ? {} : { versionId }),
  };
}

/** Only what is known of failures goes into the journal, whatever else an adapter may have left on them. */
function plain({ kind, why, code, operation, message, requestId }: AwsFailure): AwsFailure {
  return { kind, why, code, operation, message, ...(requestId === undefined ? {} : { requestId }) };
}
