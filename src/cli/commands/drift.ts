/** `iamproof drift`: is the account still what the project says? */
import { findDrift } from '../../account/index.ts';
import { failureWords } from '../../report/aws-failure.ts';
import { driftJson, driftPretty } from '../../report/drift.ts';
import { defineCommand, text } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { formatOption } from '../format-option.ts';
import { judgeOf } from '../make-account-plan.ts';
import { openAccountFile } from '../open-account-file.ts';
import { openConfig } from '../open-project.ts';
import { declareAwsOptions, signIn, tellSignedIn } from '../sign-in.ts';

export const drift = defineCommand({
  examples: [
    ['iamproof drift', 'what somebody changed in the account past the project; exit code 1 where there is anything'],
    ['iamproof drift --format json', 'the same for a job that runs every night'],
  ],
  declare: (command) => {
    command.option(
      '--account-file <file>',
      'what is to be in the account (default: the only *.account.yaml of the project)',
    );
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
    const manifest = openAccountFile(context, config, options);
    if (!manifest) return EXIT.failed;
    const judge = judgeOf(context, config);
    const found = await findDrift(manifest, { reader: session.aws.account.read, hash: host.hash, judge });
    switch (found.kind) {
      case 'read':
        context.output(
          text(options, 'format') === 'json'
            ? driftJson(found.drift, judge)
            : driftPretty(found.drift, { paint, judge }),
        );
        return found.drift.changes.length > 0 || found.drift.problems.length > 0 ? EXIT.no : EXIT.done;
      case 'wrong account':
        host.tell(
          `iamproof: ${manifest.source.name} is about account ${manifest.account}, and these credentials are of ${found.live}\n`,
        );
        return EXIT.failed;
      case 'failed':
        host.tell(`iamproof: ${failureWords(found)}\n`);
        return EXIT.failed;
      default:
        return found satisfies never;
    }
  },
});
