/** `iamproof lint`: what is wrong with policies, file by file. */
import { SEVERITIES, type Severity } from '../../language/index.ts';
import { POLICY_TYPES } from '../../language/policy-types/index.ts';
import { type LintResult, lint as runLint } from '../../lint/index.ts';
import { readYaml } from '../../parse/yaml.ts';
import { lintCompact } from '../../report/lint-compact.ts';
import { lintJson, lintJsonLines } from '../../report/lint-json.ts';
import { lintPretty } from '../../report/lint-pretty.ts';
import { matchFiles } from '../../workspace/index.ts';
import { defineCommand, flag, formatOption, type Options, text, UsageError } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openBaseline } from '../lint-baseline.ts';
import { gatherInputs } from '../lint-inputs.ts';
import { notesOf } from '../lint-notes.ts';
import { openConfig } from '../open-project.ts';

const LEVELS = [...SEVERITIES, 'never'] as const;

export const lint = defineCommand({
  examples: [
    ['iamproof lint policies', 'look at every policy below a folder'],
    ['iamproof lint reader.json --policy-type session', 'say what the document is, where it does not show'],
    ['iamproof lint - --stdin-filename policies/trust/ci.json', 'read standard input as if it were that file'],
    ['iamproof lint policies --format json --fail-on warning', 'for a program; exit 1 from warnings on'],
  ],
  declare: (command) => {
    command
      .argument('[paths...]', 'policy files and folders; - is standard input; without any, the policies of the project')
      .option('--policy-type <type>', `${Object.keys(POLICY_TYPES).join(', ')}; overrides configuration and detection`)
      .option('--stdin-filename <path>', 'what standard input is called: its type and its ignores follow from it')
      .addOption(formatOption(['pretty', 'compact', 'json', 'jsonl']))
      .option('--fail-on <severity>', `exit 1 from this severity on: ${LEVELS.join(', ')}`, 'security')
      .option('--baseline <file>', 'findings listed there do not count')
      .option('--update-baseline', 'write the findings of this run to the baseline; all of them are accepted')
      .option('--allow-empty', 'no policy at all is no error');
  },
  run: (context, paths, options) => {
    const failOn = levelOf(options);
    const config = openConfig(context);
    if (!config) return EXIT.failed;
    const { inputs, notes } = gatherInputs(context, config, paths, options);
    const baseline = openBaseline(context, options);
    const result = runLint(inputs, {
      catalog: context.catalog(),
      readYaml,
      config: config.lint,
      fitsFile: (file, pattern) => matchFiles([file], [pattern], []).length > 0,
      baseline: baseline.known,
    });
    if (!context.quiet) {
      for (const note of [...notes, ...notesOf(result, context)]) context.host.tell(`note: ${note}\n`);
    }
    if (baseline.update) return baseline.update(result);
    context.output(format(result, context, options));
    return exitCode(result, failOn, flag(options, 'allowEmpty'), context);
  },
});

function levelOf(options: Options): (typeof LEVELS)[number] {
  const given = text(options, 'failOn');
  const level = LEVELS.find((one) => one === given);
  if (!level) throw new UsageError(`there is no severity \`${given}\`; --fail-on takes ${LEVELS.join(', ')}`);
  return level;
}

function format(result: LintResult, context: Context, options: Options): string {
  switch (text(options, 'format')) {
    case 'json':
      return lintJson(result);
    case 'jsonl':
      return lintJsonLines(result);
    case 'compact':
      return lintCompact(result);
    default:
      return lintPretty(result, context.paint);
  }
}

function exitCode(result: LintResult, failOn: Severity | 'never', allowEmpty: boolean, { host }: Context): ExitCode {
  if (result.summary.policies === 0 && !allowEmpty) {
    host.tell('iamproof: there is no policy to lint here; --allow-empty makes that no error\n');
    return EXIT.failed;
  }
  if (failOn === 'never') return EXIT.done;
  const grave = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return grave.some((severity) => result.summary[severity] > 0) ? EXIT.no : EXIT.done;
}
