/** `iamproof decode`: what AWS said when it denied a request, explained against the project. */
import { type Denial, encodedMessage, readDenials } from '../../account/index.ts';
import { deriveRequest, type Environment, resolvePrincipal } from '../../environment/index.ts';
import { evaluate } from '../../evaluate/index.ts';
import { explain } from '../../explain/index.ts';
import type { Settings } from '../../language/index.ts';
import { failureWords } from '../../report/aws-failure.ts';
import { denialPretty, denialValue, disagreement, type ReadDenial } from '../../report/denial.ts';
import { formatExplanation } from '../../report/explanation.ts';
import { matchFiles } from '../../workspace/index.ts';
import { defineCommand, type Options, text, UsageError } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { formatOption } from '../format-option.ts';
import { openEnvironment } from '../open-environment.ts';
import { openConfig } from '../open-project.ts';
import { readNamedFile } from '../read-file.ts';
import { declareAwsOptions, signIn, tellSignedIn } from '../sign-in.ts';

export const decode = defineCommand({
  examples: [
    ['iamproof decode denied.txt', 'the message of an AccessDenied, an event of CloudTrail or an encoded message'],
    ['iamproof decode < event.json', 'the same from standard input'],
    ['iamproof decode denied.txt --environment scenarios/prod.environment.yaml', 'and which policies of it deny'],
  ],
  declare: (command) => {
    command
      .argument('[file]', 'the text; without it, or with -, standard input', '-')
      .option('--environment <file>', 'the environment to ask (default: the only one of the project, if there is one)');
    declareAwsOptions(command);
    command.addOption(formatOption(['pretty', 'json']));
  },
  run: async (context, [file = '-'], options) => {
    const source = readNamedFile(context, file);
    const catalog = context.catalog();
    const knows = (action: string) => catalog.action(action) !== undefined;
    const encoded = encodedMessage(source.text);
    const message = encoded === undefined ? source.text : await decoded(context, encoded, options);
    if (message === undefined) return EXIT.failed;
    const denials = readDenials(message, knows);
    if (denials.length === 0) throw new UsageError(`\`${source.name}\` tells of no request that AWS denied`);
    const config = openConfig(context);
    if (!config) return EXIT.failed;
    const isNamed = text(options, 'environment') !== undefined;
    const isOnly = matchFiles(context.files.listFiles(), config.environments, config.exclude).length === 1;
    const environment = isNamed || isOnly ? openEnvironment(context, options) : undefined;
    if (isNamed && !environment) return EXIT.failed;
    const { settings } = config;
    const read = denials.map((denial) => askProject(context, denial, environment && { environment, settings }));
    const isJson = text(options, 'format') === 'json';
    context.output(
      isJson
        ? `${JSON.stringify({ schemaVersion: 1, denials: read.map(denialValue) }, null, 2)}\n`
        : read.map((one) => denialPretty(one, context.paint)).join('\n'),
    );
    const differs = read.some(({ denial, offline }) => offline && disagreement(denial, offline) !== undefined);
    return differs ? EXIT.no : EXIT.done;
  },
});

/** Only AWS can decode it, for who may call sts:DecodeAuthorizationMessage. */
async function decoded(context: Context, encoded: string, options: Options): Promise<string | undefined> {
  const session = await signIn(context, options);
  if (!session) return undefined;
  tellSignedIn(context, session.signedIn);
  const answer = await session.aws.decodeMessage(encoded);
  if (answer.kind === 'answered') return answer.value;
  context.host.tell(`iamproof: ${failureWords(answer)}\n`);
  return undefined;
}

interface Project {
  readonly environment: Environment;
  readonly settings: Settings;
}

function askProject(context: Context, denial: Denial, project: Project | undefined): ReadDenial {
  const { principal, action, resource = '*', from } = denial;
  if (!project) return { denial, unasked: 'no environment is named, and the project has not just one' };
  if (principal === undefined || action === undefined) return { denial, unasked: 'principal or action is not told' };
  const { environment, settings } = project;
  const catalog = context.catalog();
  if (denial.resource === undefined && !catalog.isResourceless(action)) {
    return { denial, unasked: `the resource is not told, and \`${action}\` needs one` };
  }
  const { caller, diagnostics } = resolvePrincipal(environment, principal);
  if (!caller) return { denial, unasked: diagnostics.map(({ message }) => message).join('; ') };
  const derived = deriveRequest(environment, caller, { action, resource, context: denial.context, from, catalog });
  if (derived.problems.length > 0) return { denial, unasked: derived.problems.join('; ') };
  const { policies, request } = derived;
  const result = evaluate(policies, request, settings);
  const { paint, ascii } = context;
  const explained = formatExplanation(explain({ policies, request }, result, settings), result, { paint, ascii });
  return { denial, offline: { result, explained } };
}
