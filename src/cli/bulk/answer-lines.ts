/** Answers lines as they come in, in their order, in constant memory; in several threads where the input is large. */
import type { Context } from '../context.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { ByteSource, Workers } from '../host.ts';
import { chunkAnswerer } from './answer-chunk.ts';
import { lineChunks } from './line-chunks.ts';
import type { LineJob } from './line-job.ts';
import { type Teller, tellerOf } from './teller.ts';

/** Bytes that are answered in this thread before others are started: less is done by the time they are ready. */
const WORTH_THREADS = 4 * 1024 * 1024;
/** Chunks that each thread may have, being answered or waiting to be told. */
const CHUNKS_PER_THREAD = 3;

export async function answerLines(context: Context, source: ByteSource, job: LineJob): Promise<ExitCode> {
  const teller = tellerOf(context, job, source.size);
  const forget = context.host.onInterrupt(() => {
    teller.progress.clear();
    context.discardOutput();
  });
  try {
    await answerAll(context, source, job, teller);
    return teller.end();
  } finally {
    teller.progress.clear();
    forget();
  }
}

async function answerAll(context: Context, source: ByteSource, job: LineJob, teller: Teller): Promise<void> {
  const answer = chunkAnswerer(job, context.catalog);
  const isLarge = source.size === undefined || source.size > 2 * WORTH_THREADS;
  let workers: Workers | undefined;
  let read = 0;
  let inThreads: Queue | undefined;
  try {
    for await (const chunk of lineChunks(source.pieces, job.name)) {
      if (isLarge && read < WORTH_THREADS && read + chunk.bytes.length >= WORTH_THREADS) {
        workers = await context.host.startWorkers(job);
        inThreads = workers && queue(workers.count * CHUNKS_PER_THREAD);
      }
      const size = chunk.bytes.length;
      read += size;
      const isRead =
        workers && inThreads
          ? await inThreads.add(workers.answer(chunk), (answered) => teller.tell(answered, size))
          : await teller.tell(answer(chunk), size);
      if (!isRead) return;
    }
    await inThreads?.end();
  } finally {
    workers?.stop();
  }
}

interface Queue {
  /** Waits for a free place; false once an answer was not wanted any longer. */
  readonly add: <Value>(value: Promise<Value>, use: (value: Value) => Promise<boolean>) => Promise<boolean>;
  readonly end: () => Promise<boolean>;
}

/** Values that come in any order are used in the order in which they were added. */
function queue(most: number): Queue {
  const waiting: Promise<boolean>[] = [];
  let last = Promise.resolve(true);

  async function add<Value>(value: Promise<Value>, use: (value: Value) => Promise<boolean>): Promise<boolean> {
    last = Promise.all([last, value]).then(([isWanted, ready]) => isWanted && use(ready));
    // Who waits for it hears of a failure; nobody waits for all.
    last.catch(() => {});
    waiting.push(last);
    return waiting.length < most || (waiting.shift() ?? true);
  }

  return { add, end: () => last };
}
