/** Calls of the SDK as answers: a failure with its kind, nothing where AWS says that there is nothing, four at a time. */
import type { Answer } from '../../account/index.ts';
import { failureOf } from './failure.ts';

/** IAM's rates are low and not told. */
const AT_ONCE = 4;

export interface Asker {
  readonly ask: <Value>(operation: string, call: () => Promise<Value>) => Promise<Answer<Value>>;
  /** What is not there is undefined. */
  readonly find: <Value>(operation: string, call: () => Promise<Value>) => Promise<Answer<Value | undefined>>;
}

/** @param secrets those that are in use at the moment of the failure */
export function asker(secrets: () => readonly string[]): Asker {
  const turn = turnstile(AT_ONCE);

  async function ask<Value>(operation: string, call: () => Promise<Value>): Promise<Answer<Value>> {
    return turn(async () => {
      try {
        return { kind: 'answered', value: await call() };
      } catch (error) {
        return failureOf(error, operation, secrets());
      }
    });
  }

  async function find<Value>(operation: string, call: () => Promise<Value>): Promise<Answer<Value | undefined>> {
    const answer = await ask<Value | undefined>(operation, call);
    return answer.kind === 'failed' && answer.why === 'not-found' ? { kind: 'answered', value: undefined } : answer;
  }

  return { ask, find };
}

/** Lets so many through at a time, in the order in which they came. */
function turnstile(most: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async (work) => {
    if (inside >= most) await new Promise<void>((enter) => waiting.push(enter));
    else inside += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}

/** All pages of a list. */
export async function all<Page, Item>(pages: AsyncIterable<Page>, items: (page: Page) => readonly Item[] | undefined) {
  const found: Item[] = [];
  for await (const page of pages) found.push(...(items(page) ?? []));
  return found;
}
