/** Tells answers in the order of the input, and keeps count of them. */
import { text } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type Progress, progressOf } from '../progress.ts';
import { UsageError } from '../usage-error.ts';
import { jsonList } from './json-list.ts';
import type { ChunkAnswer, LineJob, Told } from './line-job.ts';

export interface Teller {
  /** False once nobody reads the answers any longer. */
  readonly tell: (answer: ChunkAnswer, bytes: number) => Promise<boolean>;
  readonly end: () => ExitCode;
  readonly progress: Progress;
}

/** @param size bytes of the whole input, where they are known */
export function tellerOf(context: Context, job: LineJob, size?: number): Teller {
  const list = text(job.options, 'format') === 'json' ? jsonList() : undefined;
  const progress = progressOf(context, size, text(job.options, 'output') !== undefined);
  let documents = 0;
  let read = 0;
  let failed = false;
  let unmet = false;

  function print(told: readonly Told[]): void {
    for (const { to, text: written } of told) {
      if (to === 'output') context.output(written);
      else {
        progress.clear();
        context.host.tell(written);
      }
    }
  }

  async function tell(answer: ChunkAnswer, bytes: number): Promise<boolean> {
    documents += answer.documents;
    read += bytes;
    failed ||= answer.failed;
    unmet ||= answer.unmet;
    print(list ? list.add(answer) : answer.told);
    progress.show(documents, read);
    return context.host.drained();
  }

  function end(): ExitCode {
    progress.clear();
    if (documents === 0) throw new UsageError('there is no document in the input');
    if (list) print(list.end());
    if (failed) return EXIT.failed;
    return unmet ? EXIT.no : EXIT.done;
  }

  return { tell, end, progress };
}
