/** Threads that answer chunks of lines. */
import { Worker } from 'node:worker_threads';
import type { ChunkAnswer, LineChunk, LineJob, Workers } from '../cli/index.ts';

interface Asked {
  readonly resolve: (answer: ChunkAnswer) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** Chunks that it has not answered, in the order in which it got them. */
  readonly asked: Asked[];
}

/** @param entry the program of a thread: it answers each chunk it is sent, in order */
export function startPool(entry: URL, job: LineJob, count: number): Workers {
  let broken: Error | undefined;
  const threads = Array.from({ length: count }, () => startThread(entry, job, breakAll));

  /** INVARIANT: once a thread is lost, so is the run: no answer is left out or asked for again. */
  function breakAll(error: Error): void {
    broken ??= new Error(`a worker thread ended before its work was done: ${error.message}`);
    for (const { asked } of threads) for (const { reject } of asked.splice(0)) reject(broken);
  }

  function answer(chunk: LineChunk): Promise<ChunkAnswer> {
    return new Promise((resolve, reject) => {
      const [thread] = threads.toSorted((a, b) => a.asked.length - b.asked.length);
      if (broken || !thread) {
        reject(broken ?? new Error('there is no worker thread'));
        return;
      }
      thread.asked.push({ resolve, reject });
      thread.worker.postMessage(chunk, [chunk.bytes.buffer as ArrayBuffer]);
    });
  }

  function stop(): void {
    for (const { worker } of threads) {
      worker.removeAllListeners();
      // It may end with an error on the way out; nobody waits for it any longer.
      worker.on('error', () => {});
      void worker.terminate();
    }
  }

  return { count, answer, stop };
}

function startThread(entry: URL, job: LineJob, lose: (error: Error) => void): Thread {
  const worker = new Worker(entry, { workerData: job });
  const asked: Asked[] = [];
  worker.on('message', (answer: ChunkAnswer) => asked.shift()?.resolve(answer));
  worker.on('messageerror', lose);
  worker.on('error', lose);
  worker.on('exit', (code) => lose(new Error(`exit code ${code}`)));
  return { worker, asked };
}
