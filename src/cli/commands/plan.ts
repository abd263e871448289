/** `iamproof plan`: what it takes to make an account what the project says. */
import { planSeal, printPlan } from '../../account/index.ts';
import { planJson } from '../../report/plan-json.ts';
import { planPretty } from '../../report/plan-pretty.ts';
import { defineCommand, flag, text } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { formatOption } from '../format-option.ts';
import { declarePlanning, judgeOf, makeAccountPlan } from '../make-account-plan.ts';
import { openConfig } from '../open-project.ts';
import { declareAwsOptions, signIn, tellSignedIn } from '../sign-in.ts';

export const plan = defineCommand({
  examples: [
    ['iamproof plan', 'verify the project, and show what would change in the account and what that newly allows'],
    ['iamproof plan --out course.plan.json', 'and keep the plan for `iamproof apply course.plan.json`'],
    ['iamproof plan --exit-code', 'exit 1 where the account is not as the project says'],
  ],
  declare: (command) => {
    declarePlanning(command);
    command
      .option('--out <file>', 'write the plan to a file that `iamproof apply` takes')
      .option('--exit-code', 'exit 1 where there is any change');
    declareAwsOptions(command);
    command.addOption(formatOption(['pretty', 'json']));
  },
  run: async (context, _args, options) => {
    const { host, paint } = context;
    const config = openConfig(context);
    if (!config) return EXIT.failed;
    const session = await signIn(context, options);
    if (!session) return EXIT.failed;
    tellSignedIn(context, session.signedIn);
    const made = await makeAccountPlan(context, { config, aws: session.aws, options });
    if (!made) return EXIT.failed;
    const judge = judgeOf(context, config);
    if (text(options, 'format') === 'json') context.output(planJson(made, planSeal(made, host.hash), judge));
    else context.output(planPretty(made, { paint, judge }));
    const out = text(options, 'out');
    if (out !== undefined) {
      host.openFiles(host.folder).writeText(out, printPlan(made, host.hash));
      if (!context.quiet) host.tell(`${out} written${made.verification.passed ? `: iamproof apply ${out}` : ''}\n`);
    }
    if (!made.verification.passed) return EXIT.no;
    return flag(options, 'exitCode') && made.changes.length > 0 ? EXIT.no : EXIT.done;
  },
});
