/** `iamproof rollback`: takes the last apply back, and nothing else. */
import { remainingCalls, resume } from '../../account/index.ts';
import { accountWords } from '../../report/plan-words.ts';
import { callWords } from '../../report/write-words.ts';
import { carryOut, isApproved } from '../carry-out.ts';
import { defineCommand, UsageError } from '../command.ts';
import { APPLY_EXIT_CODE_HELP, EXIT } from '../exit-codes.ts';
import { formatOption } from '../format-option.ts';
import { lastJournal, withAccountLock } from '../journals.ts';
import { declareAwsOptions, signIn, tellSignedIn } from '../sign-in.ts';

export const rollback = defineCommand({
  examples: [
    ['iamproof rollback', 'undo what the last apply has done, whether or not it came to its end'],
    ['iamproof rollback --auto-approve', 'without asking'],
  ],
  declare: (command) => {
    command.option('--auto-approve', 'do not ask');
    declareAwsOptions(command);
    command.addOption(formatOption(['pretty', 'json'])).addHelpText('after', APPLY_EXIT_CODE_HELP);
  },
  run: async (context, _args, options) => {
    const session = await signIn(context, options);
    if (!session) return EXIT.failed;
    tellSignedIn(context, session.signedIn);
    const { account } = session.signedIn.caller;
    return withAccountLock(context, account, async () => {
      const journal = lastJournal(context, account);
      if (!journal) throw new UsageError(`the project has no journal of an apply to account ${account}`);
      const { run, name, entries } = journal;
      const calls = remainingCalls(run, 'backwards');
      context.host.tell(`${name}: ${calls.length} of ${run.plan.steps.length} writes stand\n`);
      for (const call of calls) context.host.tell(`  to undo: ${callWords(call)}\n`);
      const question = `Take it back, in account ${accountWords(run.plan)}?`;
      if (run.end !== 'rolled back' && !(await isApproved(context, question, options))) return EXIT.no;
      const code = await carryOut(context, {
        session,
        journal: name,
        options,
        work: (ports) => resume(entries, 'back', ports),
      });
      // What was asked for is what was done.
      return code === EXIT.rolledBack ? EXIT.done : code;
    });
  },
});
