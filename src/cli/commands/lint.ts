/** `iamproof lint`: what is wrong with policies, file by file. */
import { SEVERITIES } from '../../language/index.ts';
import { POLICY_TYPES } from '../../language/policy-types/index.ts';
import { type LintInput, type LintResult, lint as runLint, withProofs } from '../../lint/index.ts';
import { lintCompact } from '../../report/lint-compact.ts';
import { collect, defineCommand, flag } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openBaseline } from '../lint-baseline.ts';
import { changedOnly } from '../lint-changed.ts';
import { environmentFindings } from '../lint-environments.ts';
import { type Fixing, fixInputs, wantsFixes } from '../lint-fix.ts';
import { lintFormatOption, lintOutputs } from '../lint-formats.ts';
import { gatherInputs } from '../lint-inputs.ts';
import { notesOf } from '../lint-notes.ts';
import { type FailOn, failOnOption, fails, levelOf, lintOptions } from '../lint-options.ts';
import { openConfig } from '../open-project.ts';
import { progressOf } from '../progress.ts';

export const lint = defineCommand({
  examples: [
    ['iamproof lint policies', 'look at every policy below a folder'],
    ['iamproof lint reader.json --policy-type session', 'say what the document is, where it does not show'],
    ['iamproof lint - --stdin-filename policies/trust/ci.json', 'read standard input as if it were that file'],
    ['iamproof lint policies --format json --fail-on warning', 'for a program; exit 1 from warnings on'],
    ['iamproof lint policies --fix', 'mend what can be mended; --diff shows it first'],
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
      .addOption(failOnOption())
      .option(
        '--prove',
        'also look for what changes nothing or never applies, proven over all requests, in the environments too',
      )
      .option('--fix', 'mend what can be mended by itself; a fix that changes a decision says so')
      .option('--unsafe-fixes', 'mend also what may have been meant otherwise')
      .option('--diff', 'show what --fix would change, and write nothing; exit 1 if anything would')
      .option('--baseline <file>', 'findings listed there do not count')
      .option('--update-baseline', 'write the findings of this run to the baseline; all of them are accepted')
      .option('--allow-empty', 'no policy at all is no error');
  },
  run: async (context, paths, options) => {
    const failOn = levelOf(options);
    const writeOutputs = lintOutputs(context, options, failOn);
    const opened = openConfig(context);
    if (!opened) return EXIT.failed;
    const config = flag(options, 'prove') ? { ...opened, lint: withProofs(opened.lint) } : opened;
    const { inputs: given, notes } = gatherInputs(context, config, paths, options);
    const inputs = counted(context, given);
    const isFixing = wantsFixes(options);
    const onlyChanged = await changedOnly(context, options);
    const baseline = openBaseline(context, options);
    const ofEnvironments = flag(options, 'prove') ? environmentFindings(context, config) : { notes: [] };
    const linting = { ...lintOptions(context, config, baseline), ...ofEnvironments, partial: paths.length > 0 };
    const fixing: Omit<Fixing, 'inputs'> & { inputs: Iterable<LintInput> } = isFixing
      ? fixInputs(context, config, { given: inputs, linting, options })
      : { inputs };
    const result = runLint(fixing.inputs, linting);
    if (!context.quiet) {
      for (const note of [...notes, ...ofEnvironments.notes, ...notesOf(result, context)])
        context.host.tell(`note: ${note}\n`);
    }
    if (baseline.update) return baseline.update(result);
    const shown = onlyChanged(result);
    if (fixing.diff !== undefined) {
      context.output(fixing.diff);
      return fixing.diff === '' ? EXIT.done : EXIT.no;
    }
    if (fixing.standardInput !== undefined) {
      context.output(fixing.standardInput);
      if (!context.quiet) context.host.tell(lintCompact(shown));
    } else writeOutputs(shown);
    return exitCode(shown, failOn, flag(options, 'allowEmpty'), context);
  },
});

/** Each as it comes, while a person sees how far the run is. */
function* counted(context: Context, inputs: Iterable<LintInput>): Generator<LintInput> {
  const progress = progressOf(context, undefined, true, 'files');
  let done = 0;
  for (const input of inputs) {
    yield input;
    done += 1;
    progress.show(done, 0);
  }
  progress.clear();
}

function exitCode(result: LintResult, failOn: FailOn, allowEmpty: boolean, { host }: Context): ExitCode {
  if (result.summary.policies === 0 && !allowEmpty) {
    host.tell('iamproof: there is no policy to lint here; --allow-empty makes that no error\n');
    return EXIT.failed;
  }
  return SEVERITIES.some((severity) => fails(severity, failOn) && result.summary[severity] > 0) ? EXIT.no : EXIT.done;
}
