/** `--changed`: of a lint run, the findings in files that differ from a git ref. */
import { SEVERITIES } from '../language/index.ts';
import type { LintResult } from '../lint/index.ts';
import { type Options, text, UsageError } from './command.ts';
import type { Context } from './context.ts';

/**
 * Leaves out the findings in other files. All policies are looked at all the same, since some findings come of several
 * together.
 */
export async function changedOnly({ host, files, quiet }: Context, options: Options) {
  const ref = text(options, 'changed');
  if (ref === undefined) return (result: LintResult) => result;
  if (ref.startsWith('-')) throw new UsageError(`\`${ref}\` is no git ref`);
  const changed = await host.changedFiles(files.root, ref);
  if ('problem' in changed) throw new UsageError(`git cannot say what changed since \`${ref}\`: ${changed.problem}`);
  const names = new Set(changed.files);
  return (result: LintResult): LintResult => {
    const diagnostics = result.diagnostics.filter(({ file }) => names.has(file));
    const left = result.diagnostics.length - diagnostics.length;
    const words = left === 1 ? '1 finding is' : `${left} findings are`;
    if (left > 0 && !quiet) host.tell(`note: ${words} in files that did not change since ${ref}\n`);
    const counts = SEVERITIES.map((one) => [one, diagnostics.filter(({ severity }) => severity === one).length]);
    return { ...result, diagnostics, summary: { ...result.summary, ...Object.fromEntries(counts) } };
  };
}
