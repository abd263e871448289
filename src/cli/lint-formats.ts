/** The formats of `iamproof lint`, and where each goes. */
import { Option } from 'commander';
import type { LintResult } from '../lint/index.ts';
import { lintCompact } from '../report/lint-compact.ts';
import { lintGithub } from '../report/lint-github.ts';
import { lintJson, lintJsonLines } from '../report/lint-json.ts';
import { lintJunit } from '../report/lint-junit.ts';
import { lintMarkdown } from '../report/lint-markdown.ts';
import { lintPretty } from '../report/lint-pretty.ts';
import { lintSarif } from '../report/lint-sarif.ts';
import { type Paint, PLAIN } from '../report/paint.ts';
import { resolvePath } from '../workspace/index.ts';
import { type Options, text, texts, UsageError } from './command.ts';
import type { Context } from './context.ts';
import { type FailOn, fails } from './lint-options.ts';

interface LintLook {
  readonly paint: Paint;
  readonly version: string;
  readonly failOn: FailOn;
  readonly inRepository: (file: string) => string;
}

const LINT_FORMATS: Readonly<Record<string, (result: LintResult, look: LintLook) => string>> = {
  pretty: (result, { paint }) => lintPretty(result, paint),
  compact: lintCompact,
  json: lintJson,
  jsonl: lintJsonLines,
  sarif: lintSarif,
  junit: (result, { failOn }) => lintJunit(result, (severity) => fails(severity, failOn)),
  github: (result, { inRepository }) => lintGithub(result, inRepository),
  markdown: lintMarkdown,
};

/** Without a default of its own: what is usual depends on who looks. */
export function lintFormatOption(): Option {
  return new Option(
    '--format <format>',
    'how to print the result (default: pretty; in GitHub Actions: github)',
  ).choices(Object.keys(LINT_FORMATS));
}

/** Writes a result wherever the options say; what is wrong with them is told before any work. */
export function lintOutputs(context: Context, options: Options, failOn: FailOn): (result: LintResult) => void {
  const { host, paint, files } = context;
  const reports = texts(options, 'report').map(reportOf);
  const twice = reports.find(({ file }, index) => reports.findIndex((one) => one.file === file) !== index);
  if (twice) throw new UsageError(`two reports go to \`${twice.file}\`; give each a file of its own`);
  const format = text(options, 'format') ?? usualFormat(context, options);
  const look = { version: host.version, failOn, inRepository: inRepository(host.env, files.root) };
  return (result) => {
    for (const report of reports) {
      host.openFiles(host.folder).writeText(report.file, print(report.format, result, { ...look, paint: PLAIN }));
    }
    context.output(print(format, result, { ...look, paint }));
  };
}

function print(format: string, result: LintResult, look: LintLook): string {
  return LINT_FORMATS[format]?.(result, look) ?? '';
}

function reportOf(given: string): { format: string; file: string } {
  const at = given.indexOf('=');
  const [format, file] = at === -1 ? [given, ''] : [given.slice(0, at), given.slice(at + 1)];
  if (!Object.hasOwn(LINT_FORMATS, format)) {
    const known = Object.keys(LINT_FORMATS).join(', ');
    throw new UsageError(`there is no format \`${format}\`; --report takes format=file, and formats are ${known}`);
  }
  if (file === '') throw new UsageError(`\`${given}\` names no file; write --report ${format}=<file>`);
  return { format, file };
}

/** GitHub Actions reads what a step prints, but not its files. */
function usualFormat({ host }: Context, options: Options): string {
  return host.env.GITHUB_ACTIONS === 'true' && text(options, 'output') === undefined ? 'github' : 'pretty';
}

/** Names of files as a CI system sees them, where the project is a folder of what it checked out. */
function inRepository({ GITHUB_WORKSPACE, CI_PROJECT_DIR }: Context['host']['env'], root: string) {
  const repository = (GITHUB_WORKSPACE ?? CI_PROJECT_DIR)?.replace(/\/*$/, '/');
  const folder = repository !== undefined && root.startsWith(repository) ? root.slice(repository.length) : '';
  return (file: string) => (folder === '' || /^[/<]/.test(file) ? file : resolvePath(`./${file}`, `${folder}/x`));
}
