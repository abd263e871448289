/** `iamproof lint`: what is wrong with policies, file by file. */
import { SEVERITIES } from '../../language/index.ts';
import { POLICY_TYPES } from '../../language/policy-types/index.ts';
import { type LintResult, lint as runLint } from '../../lint/index.ts';
import { readYaml } from '../../parse/yaml.ts';
import { matchFiles, readMarkdown, readSourceFile } from '../../workspace/index.ts';
import { collect, defineCommand, flag, type Options, text, UsageError } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openBaseline } from '../lint-baseline.ts';
import { changedOnly } from '../lint-changed.ts';
import { type FailOn, fails, LEVELS, lintFormatOption, lintOutputs } from '../lint-formats.ts';
import { gatherInputs } from '../lint-inputs.ts';
import { notesOf } from '../lint-notes.ts';
import { openConfig } from '../open-project.ts';

export const lint = defineCommand({
  examples: [
    ['iamproof lint policies', 'look at every policy below a folder'],
    ['iamproof lint reader.json --policy-type session', 'say what the document is, where it does not show'],
    ['iamproof lint - --stdin-filename policies/trust/ci.json', 'read standard input as if it were that file'],
    ['iamproof lint policies --format json --fail-on warning', 'for a program; exit 1 from warnings on'],
    ['iamproof lint --report sarif=lint.sarif --report junit=lint.xml', 'for people, and two files for a CI system'],
  ],
  declare: (command) => {
    command
      .argument('[paths...]', 'policy files and folders; - is standard input; without any, the policies of the project')
      .option('--policy-type <type>', `${Object.keys(POLICY_TYPES).join(', ')}; overrides configuration and detection`)
      .option('--stdin-filename <path>', 'what standard input is called: its type and its ignores follow from it')
      .addOption(lintFormatOption())
      .option('--report <format=file>', 'write the result to a file as well (repeatable)', collect)
      .option('--changed <ref>', 'only findings in files that differ from a git ref, such as origin/main')
      .option('--fail-on <severity>', `exit 1 from this severity on: ${LEVELS.join(', ')}`, 'security')
      .option('--baseline <file>', 'findings listed there do not count')
      .option('--update-baseline', 'write the findings of this run to the baseline; all of them are accepted')
      .option('--allow-empty', 'no policy at all is no error');
  },
  run: async (context, paths, options) => {
    const failOn = levelOf(options);
    const writeOutputs = lintOutputs(context, options, failOn);
    const config = openConfig(context);
    if (!config) return EXIT.failed;
    const { inputs, notes } = gatherInputs(context, config, paths, options);
    const onlyChanged = await changedOnly(context, options);
    const baseline = openBaseline(context, options);
    const result = runLint(inputs, {
      catalog: context.catalog(),
      readYaml,
      openFile: readSourceFile,
      openText: readMarkdown,
      config: config.lint,
      fitsFile: (file, pattern) => matchFiles([file], [pattern], []).length > 0,
      baseline: baseline.known,
    });
    if (!context.quiet) {
      for (const note of [...notes, ...notesOf(result, context)]) context.host.tell(`note: ${note}\n`);
    }
    if (baseline.update) return baseline.update(result);
    const shown = onlyChanged(result);
    writeOutputs(shown);
    return exitCode(shown, failOn, flag(options, 'allowEmpty'), context);
  },
});

function levelOf(options: Options): FailOn {
  const given = text(options, 'failOn');
  const level = LEVELS.find((one) => one === given);
  if (!level) throw new UsageError(`there is no severity \`${given}\`; --fail-on takes ${LEVELS.join(', ')}`);
  return level;
}

function exitCode(result: LintResult, failOn: FailOn, allowEmpty: boolean, { host }: Context): ExitCode {
  if (result.summary.policies === 0 && !allowEmpty) {
    host.tell('iamproof: there is no policy to lint here; --allow-empty makes that no error\n');
    return EXIT.failed;
  }
  return SEVERITIES.some((severity) => fails(severity, failOn) && result.summary[severity] > 0) ? EXIT.no : EXIT.done;
}
