/** What came of an apply, for people: how the account stands, and how to finish. */
import type { ApplyResult, Run } from '../account/index.ts';
import { type Finish, finishingCommands, foreignWords, openCalls } from './apply-words.ts';
import { failureWords } from './aws-failure.ts';
import type { Paint } from './paint.ts';
import { sumOf } from './plan-words.ts';
import { awsCommand } from './write-words.ts';

export function applyPretty(result: ApplyResult, finish: Finish, paint: Paint): string {
  return `${lines(result, finish, paint).join('\n')}\n`;
}

function lines(result: ApplyResult, finish: Finish, paint: Paint): readonly string[] {
  switch (result.kind) {
    case 'refused':
      return [`${paint.bad('Refused')}: ${result.why}; nothing was written`];
    case 'unreachable':
      return [`${paint.bad('Nothing was written')}: ${failureWords(result.failure)}`];
    case 'stale':
      return [
        `${paint.bad('The plan is stale')}: the account was changed since it was made; nothing was written`,
        ...result.foreign.map((one) => `  ${foreignWords(one)}`),
        'Make a new one: iamproof plan',
      ];
    case 'nothing to do':
      return [paint.good('Nothing to do: all of it is so already.')];
    case 'applied': {
      const sum = sumOf(result.run.plan.changes);
      return [
        paint.good(`Applied: ${sum.create} added, ${sum.update} changed, ${sum.delete} destroyed.`),
        paint.quiet(`journal ${finish.journal}; \`iamproof rollback${finish.way}\` takes it back`),
        ...unreadLines(result, paint),
      ];
    }
    case 'rolled back':
      return [
        paint.note('Rolled back: all that this apply has done is undone.'),
        ...whyLines(result.run),
        ...leftLines(result.run),
        ...foreignLines(result, 'Somebody else has changed beside it'),
        ...unreadLines(result, paint),
        paint.quiet(`journal ${finish.journal}`),
      ];
    case 'partial':
    case 'unknown':
    case 'interrupted':
      return [paint.bad(stateWords(result)), ...whyLines(result.run), ...openLines(result, finish, paint)];
    default:
      return result satisfies never;
  }
}

type Ended = Extract<ApplyResult, { readonly run: Run }>;

function stateWords({ kind, run, last }: Ended): string {
  const { plan, made } = run;
  const count = `${made.length} of ${plan.steps.length} writes stand`;
  if (kind === 'interrupted') return `Interrupted: ${count}.`;
  const why = last?.entry === 'stop' ? ` ${last.why}.` : '';
  if (kind === 'unknown') return `Not known: ${count}, and of one it is not known whether it was done.${why}`;
  return `Partly applied: ${count}.${why}`;
}

function whyLines({ turned }: Run): readonly string[] {
  return turned === undefined ? [] : [`  ${turned}`];
}

function leftLines({ left }: Run): readonly string[] {
  return left.map(({ task, why }) => `  write ${task.step + 1} is not undone: ${why}`);
}

function foreignLines({ last }: Ended, title: string): readonly string[] {
  const foreign = last?.entry === 'end' ? last.foreign : [];
  return foreign.length === 0 ? [] : [`${title}:`, ...foreign.map((one) => `  ${foreignWords(one)}`)];
}

function unreadLines({ last }: Ended, paint: Paint): readonly string[] {
  const unread = last?.entry === 'end' ? last.unread : [];
  return unread.map((object) => paint.note(`could not be read at the end: ${object}`));
}

function openLines(result: Ended, { journal, way }: Finish, paint: Paint): readonly string[] {
  const { run } = result;
  const commands = finishingCommands(run, way);
  const width = Math.max(0, ...commands.map(([line]) => line.length));
  const calls = openCalls(run);
  return [
    ...leftLines(run),
    ...foreignLines(result, 'The account is not as it should be'),
    ...unreadLines(result, paint),
    ...(commands.length === 0
      ? []
      : ['To finish:', ...commands.map(([line, what]) => `  ${line.padEnd(width)}  ${what}`)]),
    ...(calls.length === 0
      ? []
      : [
          `Or by hand, ${run.way === 'forwards' ? 'what is left to do' : 'what is left to undo'}:`,
          ...calls.map((call) => `  ${awsCommand(call)}`),
        ]),
    paint.quiet(`journal ${journal}`),
  ];
}
