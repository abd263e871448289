/** As many worker threads as the machine has use for. Loaded when an input turns out to be large. */
import { availableParallelism } from 'node:os';
import type { LineJob, Workers } from '../cli/index.ts';
import { startPool } from './worker-pool.ts';

/** One thread reads and tells for all; beyond these it is what they wait for. */
const MOST_THREADS = 8;

/** The built program's; beside the sources there is none. */
export function startWorkers(job: LineJob): Workers | undefined {
  const cores = availableParallelism();
  if (cores < 2) return undefined;
  return startPool(new URL('./answer-worker.js', import.meta.url), job, Math.min(cores, MOST_THREADS));
}
