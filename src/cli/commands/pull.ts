/** `iamproof pull`: an account as files of a project. */
import { type DetailsPage, mergedDetails } from '../../account/index.ts';
import type { SourceText } from '../../language/index.ts';
import { failureWords } from '../../report/aws-failure.ts';
import { NOT_IN_A_DUMP, type PulledProject, pulledProject } from '../../workspace/index.ts';
import { defineCommand, flag, type Options, text, UsageError } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { readNamedFile, tellDiagnostics } from '../read-file.ts';
import { declareAwsOptions, signIn, tellSignedIn } from '../sign-in.ts';

export const pull = defineCommand({
  examples: [
    ['iamproof pull --profile course', 'users, groups, roles and policies of an account, and an environment of them'],
    [
      'iamproof pull --from dump.json',
      'out of a file of `aws iam get-account-authorization-details`, without credentials',
    ],
    ['iamproof pull --dry-run', 'say what would be written'],
  ],
  declare: (command) => {
    command
      .option('--from <file>', 'a dump of the account instead of the account; - reads standard input')
      .option('--dry-run', 'write nothing')
      .option('--force', 'overwrite files that differ and that no earlier pull wrote');
    declareAwsOptions(command);
  },
  run: async (context, _args, options) => {
    const dump = await dumpOf(context, options);
    if (!dump) return EXIT.failed;
    const project = pulledProject(dump.source, dump.account);
    if ('problem' in project) throw new UsageError(`\`${dump.source.name}\` cannot be pulled from: ${project.problem}`);
    tellDiagnostics(context, project.diagnostics);
    const { files } = context;
    const before = files.exists(project.environment) ? files.readText(project.environment) : { text: '' };
    const known = 'text' in before ? before.text : '';
    const changed = [...project.files].filter(([path, own]) => !isSame(context, path, own));
    const foreign = changed.flatMap(([path]) =>
      files.exists(path) && path !== project.environment && !known.includes(path) ? path : [],
    );
    if (foreign.length > 0 && !flag(options, 'force')) {
      throw new UsageError(
        `${some(foreign)} ${foreign.length === 1 ? 'is' : 'are'} there already, and no earlier pull wrote ${foreign.length === 1 ? 'it' : 'them'}; --force overwrites`,
      );
    }
    if (!flag(options, 'dryRun')) for (const [path, own] of changed) files.writeText(path, own);
    tellResult(
      context,
      project,
      changed.map(([path]) => path),
      { isDry: flag(options, 'dryRun'), known },
    );
    return EXIT.done;
  },
});

interface Dump {
  readonly source: SourceText;
  readonly account?: string;
}

async function dumpOf(context: Context, options: Options): Promise<Dump | undefined> {
  const from = text(options, 'from');
  if (from !== undefined) return { source: readNamedFile(context, from) };
  const session = await signIn(context, options);
  if (!session) return undefined;
  const { aws, signedIn } = session;
  tellSignedIn(context, signedIn);
  const pages: DetailsPage[] = [];
  let marker: string | undefined;
  do {
    const answer = await aws.details(marker);
    if (answer.kind === 'failed') {
      context.host.tell(`iamproof: ${failureWords(answer)}; nothing was written\n`);
      return undefined;
    }
    pages.push(answer.value.page);
    marker = answer.value.next;
    if (context.host.terminal.stderrIsTerminal && !context.quiet) context.host.tell(`\r${pages.length} pages`);
  } while (marker !== undefined);
  if (context.host.terminal.stderrIsTerminal && !context.quiet) context.host.tell('\r          \r');
  const { account } = signedIn.caller;
  return { source: { name: `account ${account}`, text: JSON.stringify(mergedDetails(pages)) }, account };
}

function isSame({ files }: Context, path: string, own: string): boolean {
  if (!files.exists(path)) return false;
  const there = files.readText(path);
  return 'text' in there && there.text === own;
}

const MOST_NAMED = 3;

function some(paths: readonly string[]): string {
  const more = paths.length > MOST_NAMED ? ` and ${paths.length - MOST_NAMED} more` : '';
  return `${paths.slice(0, MOST_NAMED).join(', ')}${more}`;
}

function tellResult(
  { output, host, quiet }: Context,
  { account, counts, environment, files }: PulledProject,
  changed: readonly string[],
  { isDry, known }: { readonly isDry: boolean; readonly known: string },
): void {
  for (const path of changed) output(`${isDry ? 'would write' : 'wrote'} ${path}\n`);
  if (quiet) return;
  const { users, groups, roles, policies } = counts;
  host.tell(
    `account ${account}: users ${users}, groups ${groups}, roles ${roles}, policies ${policies}; ${files.size - changed.length} of ${files.size} files are as they were\n`,
  );
  const gone = [...known.matchAll(/policies\/\S+\.json/g)].map(([path]) => path).filter((path) => !files.has(path));
  for (const path of new Set(gone)) host.tell(`no longer in the account: ${path}\n`);
  host.tell(`not read, and so not known:\n${NOT_IN_A_DUMP.map((one) => `- ${one}\n`).join('')}`);
  if (!isDry) host.tell(`next: iamproof who-can ACTION RESOURCE --environment ${environment}\n`);
}
