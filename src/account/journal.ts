/** The journal of an apply: what was meant before it was sent, and what came of it. From it alone a run can be taken up again. */
import type { ObjectName } from './object-state.ts';
import type { Plan } from './plan.ts';
import type { AwsFailure } from './port.ts';
import type { WriteCall } from './write-call.ts';

/** Forwards a step is made, backwards it is undone. */
export type Way = 'forwards' | 'backwards';

/** A step of the plan, one way or the other. */
export interface Task {
  /** Its position in the plan. */
  readonly step: number;
  readonly way: Way;
}

export type JournalEntry =
  /** The plan stands here in whole, so that nothing else is needed to go on or back. */
  | {
      readonly entry: 'begin';
      readonly plan: Plan;
      readonly caller: string;
      readonly at: string;
      /** Why verification was passed over. */
      readonly breakGlass?: string;
    }
  /** Somebody took the run up again, or turned it back. */
  | { readonly entry: 'resume'; readonly caller: string; readonly at: string; readonly way: Way }
  /** Before a call is sent. */
  | { readonly entry: 'intent'; readonly task: Task; readonly call: WriteCall; readonly surplus?: Surplus }
  /** AWS's answer to it. */
  | {
      readonly entry: 'answer';
      readonly task: Task;
      readonly surplus?: Surplus;
      readonly requestId?: string;
      readonly versionId?: string;
      readonly failure?: AwsFailure;
    }
  /** A version that the task made, or made before, although no answer told its number. */
  | { readonly entry: 'found'; readonly task: Task; readonly versionId: string }
  /** Reading showed that the task is done. */
  | { readonly entry: 'done'; readonly task: Task; readonly how: HowDone }
  /** A step that cannot be undone. `stands`: what it made is still there; else somebody else has overwritten it. */
  | { readonly entry: 'left'; readonly task: Task; readonly why: string; readonly stands: boolean }
  /** From here on backwards. */
  | { readonly entry: 'turn'; readonly why: string; readonly failure?: AwsFailure }
  /** Nothing more can be done for now. */
  | {
      readonly entry: 'stop';
      readonly outcome: 'partial' | 'unknown';
      readonly why: string;
      readonly failure?: AwsFailure;
    }
  | {
      readonly entry: 'end';
      readonly outcome: 'applied' | 'rolled back' | 'partial';
      readonly foreign: readonly Foreign[];
      /** Objects that could not be read any more when all was done. */
      readonly unread: readonly ObjectName[];
    };

/** Acknowledged and read back; found to be done although no answer came; or so already. */
export type HowDone = 'written' | 'adopted' | 'already so';

/** A version that came twice because an answer was lost; it is taken away again. */
export interface Surplus {
  readonly version: string;
}

/** An aspect that is neither as it was nor as this run made it. */
export interface Foreign {
  readonly object: ObjectName;
  readonly aspect: string;
  readonly expected: string | null;
  readonly found: string | null;
}

export function journalLine(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

/**
 * The entries of a journal; undefined where it is damaged. A line that a crash cut off was never acted on: it is passed
 * over where it is the last, or was when the run was taken up again.
 */
export function readJournal(text: string): readonly JournalEntry[] | undefined {
  const lines = text.split('\n').map(entryOf);
  const isCutOff = (index: number) => (lines.slice(index).find((one) => one)?.entry ?? 'resume') === 'resume';
  const isDamaged = lines.some((line, index) => line === undefined && !isCutOff(index));
  return isDamaged ? undefined : lines.flatMap((line) => line ?? []);
}

/** Null where the line is empty. */
function entryOf(line: string): JournalEntry | null | undefined {
  if (line === '') return null;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
