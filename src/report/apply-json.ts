/** What came of an apply, for programs. */
import type { ApplyResult } from '../account/index.ts';
import { type Finish, finishingCommands, openCalls } from './apply-words.ts';
import { awsCommand } from './write-words.ts';

export function applyJson(result: ApplyResult, { journal, way }: Finish): string {
  return `${JSON.stringify({ schemaVersion: 1, outcome: result.kind, ...detailOf(result, journal, way) }, null, 2)}\n`;
}

function detailOf(result: ApplyResult, journal: string, way: string): object {
  switch (result.kind) {
    case 'refused':
      return { why: result.why };
    case 'unreachable':
      return { failure: result.failure };
    case 'stale':
      return { foreign: result.foreign };
    case 'nothing to do':
      return {};
    default: {
      const { run, last } = result;
      const { plan, made, left, turned } = run;
      const end = last?.entry === 'end' ? { foreign: last.foreign, unread: last.unread } : {};
      const why = last?.entry === 'stop' ? last.why : turned;
      return {
        account: plan.account.id,
        journal,
        writes: plan.steps.length,
        standing: made.length,
        ...(why === undefined ? {} : { why }),
        left: left.map(({ task, why: reason }) => ({ write: task.step + 1, why: reason })),
        ...end,
        finish:
          run.end === 'applied' || run.end === 'rolled back' ? [] : finishingCommands(run, way).map(([line]) => line),
        open: openCalls(run).map(awsCommand),
      };
    }
  }
}
