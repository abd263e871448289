/** `iamproof test`: runs scenario files. */
import type { Diagnostic } from '../../language/index.ts';
import { PARSE_CODES, type ParseCode } from '../../parse/index.ts';
import { formatJunit } from '../../report/junit.ts';
import { scenarioReportJson } from '../../report/scenario-json.ts';
import { ASCII_MARKS, MARKS } from '../../report/scenario-look.ts';
import { formatScenarioReport } from '../../report/scenario-pretty.ts';
import { runScenarios, type ScenarioReport } from '../../scenario/index.ts';
import { matchFiles } from '../../workspace/index.ts';
import { collect, defineCommand, flag, type Options, text, texts, UsageError } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { explainCase } from '../explain-case.ts';
import { formatOption } from '../format-option.ts';
import { openConfig, openScenarios } from '../open-project.ts';
import { percentOption } from '../percent-option.ts';
import { tellDiagnostics } from '../read-file.ts';
import { testMutants } from '../test-mutants.ts';

export const test = defineCommand({
  examples: [
    ['iamproof test', 'run every scenario of the project'],
    ['iamproof test scenarios/topics/** --tag abac', 'run those of some files that bear a tag'],
    ['iamproof test --mutants', 'what could be wrong in the policies without a scenario failing'],
  ],
  declare: (command) => {
    command
      .argument('[patterns...]', 'scenario files, from the project root; * and ** as wildcards')
      .option('--name <text>', 'only cases with this in their name; * for anything between')
      .option('--tag <tag>', 'only cases with this tag (repeatable)', collect)
      .addOption(formatOption(['pretty', 'json', 'junit', 'markdown']))
      .option('--coverage', 'list what no case puts to the test: statements, values, outcomes of conditions')
      .option(
        '--min-coverage <percent>',
        'exit code 1 where fewer statements, elements or condition outcomes are covered',
      )
      .option('--mutants', 'make small mistakes in the policies and see whether a scenario notices')
      .option('--policy <pattern>', 'mutants of these policies only (repeatable)', collect)
      .option('--min-score <percent>', 'with --mutants: exit code 1 where fewer mutants are killed')
      .option('--write', 'with --mutants: add the scenarios that are missing to their files')
      .option('--failures-only', 'list only cases that did not pass')
      .option('--allow-empty', 'no scenario at all is no error')
      .option('--watch', 'run again when a file changes');
  },
  run: async (context, patterns, options) => {
    const code = runOnce(context, patterns, options);
    if (!flag(options, 'watch')) return code;
    context.host.tell('watching for changes; Ctrl-C ends\n');
    await context.host.watch(context.files.root, () => {
      context.output('\n');
      runOnce(context, patterns, options);
    });
    return EXIT.done;
  },
});

/** Options that mean nothing without another are slips of the pen. */
function checkOptions(options: Options): void {
  if (flag(options, 'mutants')) return;
  if (text(options, 'format') === 'markdown') throw new UsageError('`--format markdown` needs `--mutants`');
  for (const [name, option] of [
    ['policy', '--policy'],
    ['minScore', '--min-score'],
    ['write', '--write'],
  ] as const) {
    if (options[name] !== undefined) throw new UsageError(`\`${option}\` needs \`--mutants\``);
  }
}

function runOnce(context: Context, patterns: readonly string[], options: Options): ExitCode {
  checkOptions(options);
  const config = openConfig(context);
  if (!config) return EXIT.failed;
  const wanted = patterns.length === 0 ? undefined : matchFiles(context.files.listFiles(), patterns, []);
  if (wanted?.length === 0)
    throw new UsageError(`no file fits ${patterns.join(' ')}; patterns start at the project root`);
  const project = openScenarios(context, config, wanted);
  const errors = project.diagnostics.filter(keepsFromRunning);
  // A mistyped action that is expected to be denied would pass for the wrong reason.
  tellDiagnostics(context, [...errors, ...project.diagnostics.filter(({ code }) => code === 'unknown-action')]);
  const name = text(options, 'name');
  const tags = texts(options, 'tag');
  const filter = { ...(name === undefined ? {} : { name }), ...(tags.length > 0 ? { tags } : {}) };
  const report = runScenarios(project.scenarioFiles, { filter, settings: config.settings });
  if (flag(options, 'mutants') && isSound(report) && errors.length === 0) {
    return testMutants(context, { config, files: project.scenarioFiles, report }, options);
  }
  if (flag(options, 'mutants')) context.host.tell('mutants wait until every scenario can be asked and passes\n');
  context.output(format(report, context, options));
  if (errors.length > 0) return EXIT.failed;
  if (report.empty && !flag(options, 'allowEmpty')) return EXIT.failed;
  if (report.totals.failed + report.totals.error > 0) return EXIT.no;
  return isCovered(report, percentOption(options, 'minCoverage'), context) ? EXIT.done : EXIT.no;
}

/** Every share of the coverage reaches the minimum; which one does not is told. */
function isCovered({ coverage }: ScenarioReport, minimum: number | undefined, { host }: Context): boolean {
  if (minimum === undefined) return true;
  const { totals, elements, outcomes } = coverage;
  const shares = { statements: { total: totals.statements, covered: totals.covered }, elements, conditions: outcomes };
  const low = Object.entries(shares).filter(([, { total, covered }]) => 100 * covered < minimum * total);
  for (const [what, { total, covered }] of low) {
    host.tell(`coverage of ${what} is ${Math.floor((1000 * covered) / total) / 10}%, wanted ${minimum}%\n`);
  }
  if (totals.statements === 0) host.tell('no statement is there to be covered\n');
  return low.length === 0 && totals.statements > 0;
}

/** Some case passes, and none does not. */
function isSound({ totals, empty }: ScenarioReport): boolean {
  return !empty && totals.failed + totals.error === 0;
}

/** What is wrong with a policy that still decides is for `verify` to tell. */
function keepsFromRunning({ code, severity }: Diagnostic): boolean {
  return severity === 'error' && !(code in PARSE_CODES && !PARSE_CODES[code as ParseCode].blocks);
}

function format(report: ScenarioReport, context: Context, options: Options): string {
  switch (text(options, 'format')) {
    case 'json':
      return scenarioReportJson(report);
    case 'junit':
      return formatJunit(report);
    default:
      return formatScenarioReport(report, {
        paint: context.paint,
        marks: context.ascii ? ASCII_MARKS : MARKS,
        cases: flag(options, 'failuresOnly') ? 'notable' : 'all',
        coverage: flag(options, 'coverage'),
        explain: explainCase,
      });
  }
}
