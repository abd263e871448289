/** What an apply is doing, a line for what a person wants to know of the journal. */
import type { JournalEntry, Run } from '../account/index.ts';
import { failureWords } from './aws-failure.ts';
import type { Paint } from './paint.ts';
import { callWords } from './write-words.ts';

export interface ProgressLook {
  readonly paint: Paint;
  readonly ascii: boolean;
}

/** @param run as it is with the entry */
export function progressLine(entry: JournalEntry, run: Run, { paint, ascii }: ProgressLook): string | undefined {
  const total = run.plan.steps.length;
  switch (entry.entry) {
    case 'begin':
      return entry.breakGlass === undefined
        ? undefined
        : paint.bad(`verification is passed over: ${entry.breakGlass} (this is in the journal)`);
    case 'intent': {
      const place = `${entry.task.way === 'backwards' ? 'undo ' : ''}${entry.task.step + 1}/${total}`;
      return `  ${paint.quiet(place)} ${callWords(entry.call)}${entry.surplus ? ' (it was made twice)' : ''}`;
    }
    case 'answer':
      return entry.failure ? `      ${paint.note(failureWords(entry.failure))}` : undefined;
    case 'found':
      return `      ${paint.note(`the call whose answer was lost made ${entry.versionId}`)}`;
    case 'done':
      return entry.how === 'written' ? undefined : `      ${paint.quiet(HOW[entry.how])}`;
    case 'left':
      return `      ${paint.bad(`left as it is: ${entry.why}`)}`;
    case 'turn':
      return `${paint.bad(ascii ? 'x' : '✗')} ${entry.why}: what was done is undone`;
    case 'stop':
      return `${paint.bad(ascii ? 'x' : '✗')} ${entry.why}`;
    case 'resume':
    case 'end':
      return undefined;
    default:
      return entry satisfies never;
  }
}

const HOW = { adopted: 'it is done although no answer came', 'already so': 'it is so already' } as const;
