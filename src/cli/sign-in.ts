/** The way of a command to AWS: its options, and who is signed in, told before anything else. */
import type { Command } from 'commander';
import type { Aws, AwsChoice, SignedIn, SignIn } from '../account/index.ts';
import { failureWords } from '../report/aws-failure.ts';
import { type Options, text } from './command.ts';
import type { Context } from './context.ts';

export function declareAwsOptions(command: Command): void {
  command
    .option('--profile <name>', 'the profile of ~/.aws/config (default: AWS_PROFILE, or the chain of the AWS SDK)')
    .option('--region <region>', 'the region (default: AWS_REGION, or that of the profile, or us-east-1)')
    .option('--endpoint-url <url>', "call this address instead of AWS's own (default: AWS_ENDPOINT_URL)");
}

export interface Session {
  readonly aws: Aws;
  readonly signedIn: SignedIn;
}

/** Undefined, and told, where nobody could be signed in. */
export async function signIn(context: Context, options: Options): Promise<Session | undefined> {
  const aws = await context.host.openAws(choiceOf(options));
  const result = await aws.signIn();
  tellWay(context, result.kind === 'failed' ? result : result.value);
  if (result.kind === 'failed') {
    tellFailure(context, result);
    return undefined;
  }
  return { aws, signedIn: result.value };
}

/** Says on standard error whose account it is. */
export function tellSignedIn({ host, paint, quiet }: Context, { caller, source, region }: SignedIn): void {
  if (quiet) return;
  host.tell(`${paint.strong(`account ${caller.account}`)} as ${caller.arn}, from ${source}, region ${region}\n`);
}

/** What nobody may overlook: calls that do not go to AWS, and credentials that may not be those that are meant. */
function tellWay({ host, paint }: Context, { endpoints, notes }: Pick<SignedIn, 'endpoints' | 'notes'>): void {
  for (const note of notes) host.tell(`${paint.note('warning')}: ${note}\n`);
  const [first] = endpoints;
  if (!first) return;
  const isOne = endpoints.every(({ url }) => url === first.url);
  const told = isOne ? first.url : endpoints.map(({ service, url }) => `${service} at ${url}`).join(', ');
  host.tell(`${paint.note('note')}: calls go to ${told} instead of AWS\n`);
}

function tellFailure({ host }: Context, result: Extract<SignIn, { readonly kind: 'failed' }>): void {
  host.tell(`iamproof: ${failureWords(result)}\n`);
  if (result.advice !== undefined) host.tell(`  ${result.advice}\n`);
}

function choiceOf(options: Options): AwsChoice {
  const [profile, region, endpoint] = [text(options, 'profile'), text(options, 'region'), text(options, 'endpointUrl')];
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
  };
}
