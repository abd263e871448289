/** Answers as one JSON value, written as they come: a list, or the answer itself where there is but one. */
import type { ChunkAnswer, Told } from './line-job.ts';

export interface JsonList {
  /** What can be told by now: the first answer waits for the second. */
  readonly add: (answer: ChunkAnswer) => readonly Told[];
  /** What is left to tell. */
  readonly end: () => readonly Told[];
}

/** Takes answers as `tellDocument` gives them: each begins with a comma and is indented. */
export function jsonList(): JsonList {
  let waiting: Told[] = [];
  let documents = 0;
  let begun = false;

  function add(answer: ChunkAnswer): readonly Told[] {
    documents += answer.documents;
    waiting.push(...answer.told);
    if (documents < 2) return [];
    const told = waiting;
    waiting = [];
    if (begun) return told;
    begun = true;
    const first = told.findIndex(({ to }) => to === 'output');
    return told.map((one, index) => (index === first ? { to: one.to, text: `[${one.text.slice(1)}` } : one));
  }

  function end(): readonly Told[] {
    if (begun) return [{ to: 'output', text: '\n]\n' }];
    return waiting.map((one) =>
      one.to === 'output' ? { to: one.to, text: `${one.text.slice(4).replaceAll('\n  ', '\n')}\n` } : one,
    );
  }

  return { add, end };
}
