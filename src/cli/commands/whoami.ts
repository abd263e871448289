/** `iamproof whoami`: whose credentials are in use, and where calls go. */
import type { SignedIn } from '../../account/index.ts';
import { defineCommand, text } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { formatOption } from '../format-option.ts';
import { declareAwsOptions, signIn } from '../sign-in.ts';

export const whoami = defineCommand({
  examples: [
    ['iamproof whoami', 'the account and principal of the default chain of credentials'],
    ['iamproof whoami --profile ml_user_predict', 'those of a profile'],
  ],
  declare: (command) => {
    declareAwsOptions(command);
    command.addOption(formatOption(['pretty', 'json']));
  },
  run: async (context, _args, options) => {
    const session = await signIn(context, options);
    if (!session) return EXIT.failed;
    const { aws, signedIn } = session;
    const answer = await aws.account.read.accountAlias();
    // Who may not ask for the alias still has a right to know who they are.
    const alias = answer.kind === 'answered' ? answer.value : undefined;
    if (text(options, 'format') === 'json') context.output(`${JSON.stringify(asJson(signedIn, alias), null, 2)}\n`);
    else print(context, signedIn, alias);
    return EXIT.done;
  },
});

function asJson({ caller, source, region, endpoints }: SignedIn, alias: string | undefined) {
  return { schemaVersion: 1, ...caller, ...(alias === undefined ? {} : { alias }), source, region, endpoints };
}

function print({ output, paint }: Context, { caller, source, region }: SignedIn, alias: string | undefined): void {
  const rows = [
    ['account', `${caller.account}${alias === undefined ? '' : ` (${alias})`}`],
    ['caller', caller.arn],
    ['user id', caller.userId],
    ['from', source],
    ['region', region],
  ];
  for (const [name = '', value = ''] of rows) output(`${paint.quiet(name.padEnd(8))} ${value}\n`);
}
