/** `iamproof apply`: brings a verified plan into the account. */
import { apply as applyPlan, type Plan, readPlan, resume } from '../../account/index.ts';
import { planPretty } from '../../report/plan-pretty.ts';
import { accountWords } from '../../report/plan-words.ts';
import { carryOut, isApproved } from '../carry-out.ts';
import { defineCommand, flag, type Options, text, UsageError } from '../command.ts';
import type { Context } from '../context.ts';
import { APPLY_EXIT_CODE_HELP, EXIT, type ExitCode } from '../exit-codes.ts';
import { formatOption } from '../format-option.ts';
import { lastJournal, newJournal, withAccountLock } from '../journals.ts';
import { declarePlanning, judgeOf, makeAccountPlan } from '../make-account-plan.ts';
import { openConfig } from '../open-project.ts';
import { readNamedFile } from '../read-file.ts';
import { declareAwsOptions, type Session, signIn, tellSignedIn } from '../sign-in.ts';

export const apply = defineCommand({
  examples: [
    ['iamproof apply', 'make a plan, show it, ask for `yes`, and bring it into the account'],
    ['iamproof apply course.plan.json', 'bring a plan of `iamproof plan --out` into the account'],
    ['iamproof apply --resume', 'go on where the last apply was cut off'],
  ],
  declare: (command) => {
    command
      .argument('[plan]', 'a plan file; without it a plan is made')
      .option('--resume', 'go on with the last apply');
    declarePlanning(command);
    command
      .option('--auto-approve', 'do not ask')
      .option('--break-glass <reason>', 'apply a plan that is not verified; the reason goes into the journal');
    declareAwsOptions(command);
    command.addOption(formatOption(['pretty', 'json'])).addHelpText('after', APPLY_EXIT_CODE_HELP);
  },
  run: async (context, [file], options) => {
    if (flag(options, 'resume') && (file !== undefined || text(options, 'breakGlass') !== undefined)) {
      throw new UsageError('--resume goes on with the last apply: it takes no plan and no --break-glass');
    }
    // What is wrong with the file is told before anybody is signed in.
    const saved = file === undefined ? undefined : savedPlan(context, file);
    const session = await signIn(context, options);
    if (!session) return EXIT.failed;
    tellSignedIn(context, session.signedIn);
    const { account } = session.signedIn.caller;
    return withAccountLock(context, account, () =>
      flag(options, 'resume') ? goOn(context, session, options) : begin(context, { session, saved, options }),
    );
  },
});

function savedPlan(context: Context, file: string): Plan {
  const read = readPlan(readNamedFile(context, file).text, context.host.hash);
  if (read.kind === 'no plan') throw new UsageError(`\`${file}\` cannot be applied: ${read.why}`);
  return read.plan;
}

interface Beginning {
  readonly session: Session;
  readonly saved: Plan | undefined;
  readonly options: Options;
}

async function begin(context: Context, { session, saved, options }: Beginning): Promise<ExitCode> {
  const { host, paint } = context;
  const { account } = session.signedIn.caller;
  const former = lastJournal(context, account);
  if (former && (former.run.end === undefined || former.run.end === 'stopped')) {
    host.tell(
      `iamproof: the apply of ${former.name} has not come to an end: \`iamproof apply --resume\` goes on, \`iamproof rollback\` takes it back\n`,
    );
    return EXIT.no;
  }
  const config = openConfig(context);
  if (!config) return EXIT.failed;
  const plan = saved ?? (await makeAccountPlan(context, { config, aws: session.aws, options }));
  if (!plan) return EXIT.failed;
  if (plan.account.id !== account) {
    host.tell(`iamproof: the plan is for account ${plan.account.id}, and these credentials are of ${account}\n`);
    return EXIT.no;
  }
  host.tell(planPretty(plan, { paint, judge: judgeOf(context, config) }));
  const breakGlass = text(options, 'breakGlass');
  if (breakGlass?.trim() === '') throw new UsageError('--break-glass needs a reason');
  if (!plan.verification.passed && breakGlass === undefined) {
    host.tell(
      'iamproof: the plan is not verified and is not applied; --break-glass REASON is the only way past that\n',
    );
    return EXIT.no;
  }
  if (plan.changes.length === 0) return EXIT.done;
  const question = plan.verification.passed ? 'Apply it' : 'Apply it although it is not verified';
  if (!(await isApproved(context, `${question}, to account ${accountWords(plan)}?`, options))) return EXIT.no;
  const given = plan.verification.passed || breakGlass === undefined ? {} : { breakGlass };
  return carryOut(context, {
    session,
    journal: newJournal(context, account),
    options,
    work: (ports) => applyPlan(plan, given, ports),
  });
}

async function goOn(context: Context, session: Session, options: Options): Promise<ExitCode> {
  const { account } = session.signedIn.caller;
  const journal = lastJournal(context, account);
  if (!journal) throw new UsageError(`the project has no journal of an apply to account ${account}`);
  const { run, name, entries } = journal;
  const { made, plan, way } = run;
  context.host.tell(`${name}: ${made.length} of ${plan.steps.length} writes stand\n`);
  const question = way === 'forwards' ? 'Go on' : 'Go on to take it back';
  if (run.end === undefined || run.end === 'stopped' || run.end === 'partial') {
    if (!(await isApproved(context, `${question}, in account ${accountWords(plan)}?`, options))) return EXIT.no;
  }
  return carryOut(context, { session, journal: name, options, work: (ports) => resume(entries, 'on', ports) });
}
