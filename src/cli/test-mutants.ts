/** `iamproof test --mutants`: do the scenarios notice small mistakes in the policies? */

import { survivorInEnvironments } from '../query/index.ts';
import { mutationReportJson } from '../report/mutation-json.ts';
import { mutationJunit } from '../report/mutation-junit.ts';
import { mutationMarkdown } from '../report/mutation-markdown.ts';
import { formatMutationReport } from '../report/mutation-pretty.ts';
import { ASCII_MARKS, MARKS } from '../report/scenario-look.ts';
import {
  appendScenarios,
  type MutantResult,
  type MutationReport,
  mutantsOfRun,
  mutationReport,
  runMutants,
  runScenarios,
  type ScenarioFile,
  type ScenarioReport,
} from '../scenario/index.ts';
import { type Config, matchFiles } from '../workspace/index.ts';
import { flag, type Options, text, texts, UsageError } from './command.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { openScenarios } from './open-project.ts';
import { percentOption } from './percent-option.ts';

export interface TestedProject {
  readonly config: Config;
  readonly files: readonly ScenarioFile[];
  /** All of its cases pass. */
  readonly report: ScenarioReport;
}

export function testMutants(context: Context, project: TestedProject, options: Options): ExitCode {
  const { files, report, config } = project;
  const minimum = percentOption(options, 'minScore');
  const patterns = texts(options, 'policy');
  const wants = (policy: string) => patterns.length === 0 || matchFiles([policy], patterns, []).length > 0;
  const run = { findDifference: survivorInEnvironments, settings: config.settings, wants };
  const policies = mutantsOfRun(files, report, run);
  const count = policies.reduce((sum, mutants) => sum + mutants.length, 0);
  if (count === 0) {
    const where = patterns.length === 0 ? 'the scenarios meet no policy' : `no policy fits ${patterns.join(' ')}`;
    throw new UsageError(`there is no mutant to run: ${where}`);
  }
  const results = withProgress(context, count, runMutants(policies, report, run));
  const names = new Map(
    files.map(({ source, scenarios }) => [source.name, new Set(scenarios.map(({ name }) => name))]),
  );
  const mutation = mutationReport(results, names);
  context.output(format(mutation, context, options));
  if (flag(options, 'write') && !write(context, project, mutation)) return EXIT.failed;
  return minimum !== undefined && (mutation.score ?? 0) < minimum ? EXIT.no : EXIT.done;
}

/** Told on standard error, where a person looks at it. */
function withProgress({ host, quiet }: Context, count: number, results: Iterable<MutantResult>): MutantResult[] {
  const isTold = host.terminal.stderrIsTerminal && !quiet;
  const all: MutantResult[] = [];
  let last = host.now();
  for (const result of results) {
    all.push(result);
    if (!isTold || host.now() - last < 100) continue;
    last = host.now();
    host.tell(`\r${all.length} of ${count} mutants`);
  }
  if (isTold) host.tell(`\r${' '.repeat(40)}\r`);
  return all;
}

function format(report: MutationReport, context: Context, options: Options): string {
  switch (text(options, 'format')) {
    case 'json':
      return mutationReportJson(report);
    case 'junit':
      return mutationJunit(report);
    case 'markdown':
      return mutationMarkdown(report);
    default:
      return formatMutationReport(report, { paint: context.paint, marks: context.ascii ? ASCII_MARKS : MARKS });
  }
}

/** Adds the missing scenarios to their files, where the files as they would be still pass; false where some could not be. */
function write(context: Context, { config, files, report }: TestedProject, { missing }: MutationReport): boolean {
  let isDone = true;
  for (const file of files) {
    const { name } = file.source;
    const own = missing.filter(({ source }) => source.name === name);
    if (own.length === 0) continue;
    const added = appendScenarios(
      file,
      own.map((one) => one.text),
    );
    const problem =
      'problem' in added ? added.problem : problemOf(added.text, name, { context, config, report, more: own.length });
    if ('text' in added && problem === undefined) {
      context.files.writeText(name, added.text);
      if (!context.quiet)
        context.host.tell(`${own.length} ${own.length === 1 ? 'scenario' : 'scenarios'} added to ${name}\n`);
    } else {
      isDone = false;
      context.host.tell(`nothing is added to ${name}: ${problem}\n`);
    }
  }
  return isDone;
}

interface Trial {
  readonly context: Context;
  readonly config: Config;
  readonly report: ScenarioReport;
  readonly more: number;
}

/** Read and run as it would be: the old cases and the new ones, and all pass. */
function problemOf(changed: string, path: string, { context, config, report, more }: Trial): string | undefined {
  const { files } = context;
  const trial = { ...files, readText: (one: string) => (one === path ? { text: changed } : files.readText(one)) };
  const project = openScenarios({ ...context, files: trial }, config, [path]);
  const broken = project.diagnostics.find(({ severity }) => severity === 'error');
  if (broken && project.scenarioFiles.length === 0) return `it could not be read any more (${broken.message})`;
  const { totals, notSelected } = runScenarios(project.scenarioFiles, { settings: config.settings });
  const before = report.files.find(({ source }) => source.name === path)?.results.length ?? 0;
  if (totals.failed + totals.error > 0) return 'some of the new scenarios would not pass';
  if (totals.cases + notSelected < before + more) return 'not all of the new scenarios would be read';
  return undefined;
}
