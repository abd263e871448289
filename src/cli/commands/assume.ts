/** `iamproof assume`: takes roles on for real, one after the other, beside what the project says of it. */
import type { Answer, AssumedRole, RoleToAssume } from '../../account/index.ts';
import { assume as assumeInProject, type Environment, resolvePrincipal } from '../../environment/index.ts';
import { reasons } from '../../explain/index.ts';
import { parseArn } from '../../language/index.ts';
import { failureWords } from '../../report/aws-failure.ts';
import { collect, defineCommand, type Options, text, texts, UsageError } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { openEnvironment } from '../open-environment.ts';
import { declareAwsOptions, signIn, tellSignedIn } from '../sign-in.ts';

export const assume = defineCommand({
  examples: [
    [
      'iamproof assume arn:aws:iam::444455556666:role/reader --external-id course-2026',
      'can this role really be taken on?',
    ],
    [
      'iamproof assume role/hub arn:aws:iam::444455556666:role/spoke --environment scenarios/prod.environment.yaml',
      'a chain, beside what the environment says of each step',
    ],
  ],
  declare: (command) => {
    command
      .argument('<roles...>', 'ARNs in order; with --environment also role/name of the signed-in account')
      .option('--environment <file>', 'also ask the project, where the environment describes who is signed in')
      .option('--session-name <name>', 'the name of each session (default: "iamproof")')
      .option('--external-id <id>', 'sent with every call')
      .option('--source-identity <name>', 'sent with every call')
      .option('--tag <key=value>', 'a session tag, sent with every call (repeatable)', collect);
    declareAwsOptions(command);
  },
  run: async (context, roles, options) => {
    const isAsked = text(options, 'environment') !== undefined;
    const environment = isAsked ? openEnvironment(context, options) : undefined;
    if (isAsked && !environment) return EXIT.failed;
    const tags = tagsOf(options);
    const session = await signIn(context, options);
    if (!session) return EXIT.failed;
    const { aws, signedIn } = session;
    tellSignedIn(context, signedIn);
    const { account, partition, arn } = signedIn.caller;
    const chain = roles.map((role): RoleToAssume => {
      const [externalId, sourceIdentity] = [text(options, 'externalId'), text(options, 'sourceIdentity')];
      const roleArn = parseArn(role) ? role : `arn:${partition}:iam::${account}:${role}`;
      return {
        roleArn,
        sessionName: text(options, 'sessionName') ?? 'iamproof',
        ...(externalId === undefined ? {} : { externalId }),
        ...(Object.keys(tags).length > 0 ? { tags } : {}),
        ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
      };
    });
    const expected = environment && inProject(environment, arn, chain);
    let isFine = true;
    let index = 0;
    for await (const answer of aws.assume(chain)) {
      const said = expected?.[index];
      tellStep(context, chain[index], answer, said);
      isFine = isFine && answer.kind === 'answered' && (said === undefined || said.isAllowed);
      index += 1;
    }
    return isFine ? EXIT.done : EXIT.no;
  },
});

interface Said {
  readonly isAllowed: boolean;
  readonly why: readonly string[];
}

/** By hop; undefined where the environment does not describe the caller. */
function inProject(environment: Environment, arn: string, chain: readonly RoleToAssume[]): readonly Said[] | undefined {
  const { caller } = resolvePrincipal(environment, arn);
  if (!caller) return undefined;
  const hops = chain.map(({ roleArn, ...rest }) => ({ role: roleArn, ...rest }));
  return assumeInProject(environment, caller, { hops }).hops.map(({ session, checks, refusals, problems }) => ({
    isAllowed: session !== undefined,
    why: [
      ...checks
        .filter(({ result }) => result.decision !== 'allowed')
        .flatMap((check) => reasons(check, check.result).map((reason) => reason.text)),
      ...refusals.map(({ message }) => message),
      ...problems,
    ],
  }));
}

function tellStep(
  { output, paint }: Context,
  role: RoleToAssume | undefined,
  answer: Answer<AssumedRole>,
  said: Said | undefined,
): void {
  const name = role?.roleArn ?? '';
  if (answer.kind === 'answered') {
    const { arn, expires } = answer.value;
    output(`${paint.good(`assumed ${name}`)}: ${arn}${expires === undefined ? '' : `, until ${expires}`}\n`);
  } else output(`${paint.bad(`${name} was not assumed`)}: ${failureWords(answer)}\n`);
  if (!said) return;
  const differs = said.isAllowed !== (answer.kind === 'answered');
  const words = `the project says it is ${said.isAllowed ? 'allowed' : 'denied'}`;
  output(`  ${differs ? paint.bad(`${words}: they differ`) : paint.quiet(words)}\n`);
  for (const one of said.why) output(`    ${one}\n`);
}

function tagsOf(options: Options): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts(options, 'tag').map((one) => {
      const at = one.indexOf('=');
      if (at < 1) throw new UsageError(`\`${one}\` is no tag; write --tag key=value`);
      return [one.slice(0, at), one.slice(at + 1)];
    }),
  );
}
