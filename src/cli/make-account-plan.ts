/** Makes the plan of a command: the project is verified, then held against what is live. */
import type { Command } from 'commander';
import { type Aws, type Judge, makePlan, type Plan } from '../account/index.ts';
import { failureWords } from '../report/aws-failure.ts';
import type { Config } from '../workspace/index.ts';
import type { Options } from './command.ts';
import type { Context } from './context.ts';
import { openAccountFile } from './open-account-file.ts';
import { planVerification } from './plan-verification.ts';
import { declareVerification, verifyProject } from './verify-project.ts';

export function declarePlanning(command: Command): void {
  command.option(
    '--account-file <file>',
    'what is to be in the account (default: the only *.account.yaml of the project)',
  );
  declareVerification(command);
}

export function judgeOf(context: Context, { settings }: Config): Judge {
  return { catalog: context.catalog(), settings };
}

/** Undefined, and told, where it cannot be made. */
export async function makeAccountPlan(
  context: Context,
  { config, aws, options }: { readonly config: Config; readonly aws: Aws; readonly options: Options },
): Promise<Plan | undefined> {
  const { host } = context;
  const manifest = openAccountFile(context, config, options);
  if (!manifest) return undefined;
  const verification = planVerification(verifyProject(context, config, options), manifest, host.hash);
  const made = await makePlan(manifest, verification, {
    reader: aws.account.read,
    hash: host.hash,
    judge: judgeOf(context, config),
    today: host.today(),
  });
  switch (made.kind) {
    case 'planned':
      return made.plan;
    case 'wrong account':
      host.tell(
        `iamproof: ${manifest.source.name} is about account ${manifest.account}, and these credentials are of ${made.live}\n`,
      );
      return undefined;
    case 'failed':
      host.tell(`iamproof: ${failureWords(made)}\n`);
      return undefined;
    default:
      return made satisfies never;
  }
}
