/** Carries an apply out, on or back: asks, drives, tells what comes of each step, and turns the outcome into an exit code. */
import type { ApplyResult, JournalEntry, Run, RunPorts } from '../account/index.ts';
import { applyJson } from '../report/apply-json.ts';
import { applyPretty } from '../report/apply-pretty.ts';
import { progressLine } from '../report/apply-progress.ts';
import { flag, type Options, text, UsageError } from './command.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { journalWriter } from './journals.ts';
import type { Session } from './sign-in.ts';

/** Asks for `yes`, unless that was said beforehand. */
export async function isApproved({ host }: Context, question: string, options: Options): Promise<boolean> {
  if (flag(options, 'autoApprove')) return true;
  if (!host.terminal.stdinIsTerminal) {
    throw new UsageError('nobody can be asked here: look at the plan, and say --auto-approve');
  }
  const typed = await host.askLine(`${question} Only \`yes\` does it: `);
  if (typed.trim() === 'yes') return true;
  host.tell('nothing was written\n');
  return false;
}

export interface Undertaking {
  readonly session: Session;
  /** From the project root. */
  readonly journal: string;
  readonly options: Options;
  readonly work: (ports: RunPorts) => Promise<ApplyResult>;
}

export async function carryOut(context: Context, { session, journal, options, work }: Undertaking): Promise<ExitCode> {
  const { host, paint, ascii, quiet } = context;
  let isInterrupted = false;
  const forget = host.noteInterrupt(() => {
    isInterrupted = true;
    host.tell('stopping when the call that is under way is answered; Ctrl-C again stops at once\n');
  });
  const tell = (entry: JournalEntry, run: Run) => {
    const line = quiet ? undefined : progressLine(entry, run, { paint, ascii });
    if (line !== undefined) host.tell(`${line}\n`);
  };
  const ports: RunPorts = {
    account: session.aws.account,
    hash: host.hash,
    journal: journalWriter(context, journal),
    wait: (milliseconds) => waitWhile(host.wait, milliseconds, () => !isInterrupted),
    isInterrupted: () => isInterrupted,
    now: host.instant,
    tell,
  };
  const result = await work(ports).finally(forget);
  const finish = { journal, way: wayWords(options) };
  if (text(options, 'format') === 'json') context.output(applyJson(result, finish));
  else context.output(applyPretty(result, finish, paint));
  return EXITS[result.kind];
}

const EXITS: Readonly<Record<ApplyResult['kind'], ExitCode>> = {
  refused: EXIT.no,
  stale: EXIT.no,
  unreachable: EXIT.failed,
  'nothing to do': EXIT.done,
  applied: EXIT.done,
  'rolled back': EXIT.rolledBack,
  partial: EXIT.partial,
  unknown: EXIT.unknown,
  interrupted: EXIT.interrupted,
};

const SLICE = 100;

async function waitWhile(
  wait: (milliseconds: number) => Promise<void>,
  milliseconds: number,
  goesOn: () => boolean,
): Promise<void> {
  for (let left = milliseconds; left > 0 && goesOn(); left -= SLICE) await wait(Math.min(left, SLICE));
}

/** The options by which the same account is reached again. */
function wayWords(options: Options): string {
  const named = [
    ['--profile', text(options, 'profile')],
    ['--region', text(options, 'region')],
    ['--endpoint-url', text(options, 'endpointUrl')],
  ] as const;
  return named.flatMap(([name, value]) => (value === undefined ? [] : [` ${name} ${value}`])).join('');
}
