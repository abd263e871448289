/** `lint --fix`: what can be mended by itself is, in the files or as a diff. */
import {
  type AppliedFix,
  createLinter,
  fixText,
  type LintInput,
  type LintOptions,
  siftIgnored,
} from '../lint/index.ts';
import { type Config, matchFiles } from '../workspace/index.ts';
import { changedText } from './changed-text.ts';
import { flag, type Options, UsageError } from './command.ts';
import type { Context } from './context.ts';

export interface Fixing {
  /** The inputs with their texts as they are after the fixes. */
  readonly inputs: readonly LintInput[];
  /** With `--diff`: what would change; empty where nothing would. */
  readonly diff?: string;
  /** The fixed text of standard input, where that was read. */
  readonly standardInput?: string;
}

/** The options that ask for it. */
export function wantsFixes(options: Options): boolean {
  const wanted = flag(options, 'fix') || flag(options, 'unsafeFixes') || flag(options, 'diff');
  if (wanted && options.changed !== undefined) {
    throw new UsageError('--fix and --changed do not go together; name the files to fix');
  }
  return wanted;
}

/** Writes nothing with `--diff`. A file is written whole or not at all. */
export function fixInputs(
  context: Context,
  config: Config,
  { given, linting, options }: { given: Iterable<LintInput>; linting: LintOptions; options: Options },
): Fixing {
  const { lintFile } = createLinter({ ...linting, config: config.lint });
  const fits = (file: string, pattern: string) => matchFiles([file], [pattern], []).length > 0;
  const inputs: LintInput[] = [];
  const diffs: string[] = [];
  let standardInput: string | undefined;
  for (const input of given) {
    const { name } = input.source;
    const { text, applied } = fixText(input, {
      lintFile,
      unsafe: flag(options, 'unsafeFixes'),
      wanted: (file) => siftIgnored(file, config.lint.ignore, { fits, used: new Set() }).kept,
    });
    if (flag(options, 'diff')) {
      inputs.push(input);
      if (applied.length > 0) diffs.push(changedText(name, input.source.text, text));
    } else {
      inputs.push({ ...input, source: { name, text } });
      if (input.isStandardInput) standardInput = text;
      else if (applied.length > 0) context.files.writeText(name, text);
    }
    if (applied.length > 0 && !context.quiet) context.host.tell(fixedWords(name, applied));
  }
  if (flag(options, 'diff')) return { inputs, diff: diffs.join('') };
  return { inputs, ...(standardInput === undefined ? {} : { standardInput }) };
}

/** What was done, and each way in which a decision may be another now. */
function fixedWords(name: string, applied: readonly AppliedFix[]): string {
  const count = applied.length === 1 ? '1 fix' : `${applied.length} fixes`;
  const effects = applied.flatMap(({ message, fix }) =>
    fix.effect === undefined ? [] : [`  ${message}: ${fix.title}; ${fix.effect}\n`],
  );
  return `${name}: ${count}${effects.length > 0 ? ', which change what is decided:' : ''}\n${effects.join('')}`;
}
