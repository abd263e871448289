/** `iamproof tighten`: a policy cut down to what scenarios need. */
import { Option } from 'commander';
import { type Policy, policiesIn } from '../../language/index.ts';
import { parsePolicy, policyValue, printPolicyDocument } from '../../parse/index.ts';
import { rowWords, whatWords, witnessWords } from '../../report/compare-rows.ts';
import { limitOf, sizeOf } from '../../rewrite/index.ts';
import { runScenarios, type ScenarioReport, type TightenedPolicy, tightenPolicy } from '../../scenario/index.ts';
import { matchFiles } from '../../workspace/index.ts';
import { changedText } from '../changed-text.ts';
import { collect, defineCommand, flag, text, texts, UsageError } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { formatOption } from '../format-option.ts';
import { fromRoot } from '../open-environment.ts';
import { openConfig, openScenarios } from '../open-project.ts';
import { tellDiagnostics } from '../read-file.ts';

export const tighten = defineCommand({
  examples: [
    ['iamproof tighten policies/identity/reader.json', 'what no scenario of the project needs, as a diff'],
    [
      "iamproof tighten reader.json --scenarios 'scenarios/reader*' --wildcard 'arn:aws:s3:::reports/*'",
      'by the examples of some files; objects of a bucket stay one pattern',
    ],
    ['iamproof tighten reader.json --resources written --write', 'leave out actions only, and rewrite the file'],
  ],
  declare: (command) => {
    command
      .argument('<policy>', 'a policy file that scenarios are about, in JSON')
      .option('--scenarios <pattern>', 'scenario files, from the project root (repeatable; default: all)', collect)
      .addOption(
        new Option('--resources <form>', 'those that the scenarios ask about, or the patterns as they are written')
          .choices(['asked', 'written'])
          .default('asked'),
      )
      .option('--wildcard <pattern>', 'write this for the actions or resources that it matches (repeatable)', collect)
      .option('--write', 'rewrite the file')
      .addOption(formatOption(['diff', 'policy', 'json']));
  },
  run: (context, [name = ''], options) => {
    const config = openConfig(context);
    if (!config) return EXIT.failed;
    const path = fromRoot(context, name);
    if (/\.ya?ml$/i.test(path)) throw new UsageError(`\`${name}\` is YAML; a tightened policy is written as JSON`);
    const patterns = texts(options, 'scenarios');
    const wanted = patterns.length === 0 ? undefined : matchFiles(context.files.listFiles(), patterns, []);
    if (wanted?.length === 0)
      throw new UsageError(`no file fits ${patterns.join(' ')}; patterns start at the project root`);
    const project = openScenarios(context, config, wanted);
    const errors = project.diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      tellDiagnostics(context, errors);
      return EXIT.failed;
    }
    const report = runScenarios(project.scenarioFiles, { settings: config.settings });
    if (report.totals.failed + report.totals.error > 0) {
      context.host.tell('iamproof: the scenarios do not all pass; `iamproof test` tells which\n');
      return EXIT.no;
    }
    const policy = policyAt(path, report);
    if (!policy) throw new UsageError(`no scenario meets \`${path}\`: nothing tells what is needed of it`);
    if (!isWholeFile(policy))
      throw new UsageError(`\`${path}\` is not a policy document by itself; only a file that is can be tightened`);
    const resources = text(options, 'resources') === 'written' ? 'written' : 'asked';
    const { settings } = config;
    const wildcards = texts(options, 'wildcard');
    const result = tightenPolicy(policy, report, { catalog: context.catalog(), settings, resources, wildcards });
    if ('why' in result) {
      context.host.tell(`iamproof: \`${path}\` is left as it is: ${result.why}\n`);
      for (const { name: one } of result.failing ?? []) context.host.tell(`  ${one}\n`);
      return EXIT.no;
    }
    const before = policy.document.source?.text ?? printPolicyDocument(policy.document);
    const after = printPolicyDocument(result.document);
    const format = text(options, 'format');
    if (format === 'json') context.output(json(result, context));
    else if (format === 'policy') context.output(after);
    else if (isChanged(result)) context.output(changedText(path, before, after));
    if (!context.quiet) tellResult(context, path, result);
    const limit = limitOf(policy.type);
    const size = sizeOf(result.document, limit);
    const fits = size <= limit.most;
    if (flag(options, 'write') && isChanged(result) && fits) context.files.writeText(path, after);
    if (!isChanged(result) || fits) return EXIT.done;
    context.host.tell(
      `iamproof: ${size} characters are more than the ${limit.most} of its type; --wildcard shortens it\n`,
    );
    return EXIT.no;
  },
});

/** The document of a file, as a case meets it. */
function policyAt(path: string, { files }: ScenarioReport) {
  const met = files.flatMap(({ results }) => results.flatMap(({ steps }) => steps.map(({ policies }) => policies)));
  return met.flatMap(policiesIn).find(({ document }) => document.source?.name === path);
}

/** A document inside another file would be written over all of it. */
function isWholeFile({ type, document: { source, statements } }: Policy): boolean {
  return !source || parsePolicy(source, type).document?.statements.length === statements.length;
}

function isChanged({ comparisons }: TightenedPolicy): boolean {
  return comparisons.some(({ comparison }) => comparison !== 'equivalent');
}

function tellResult({ host, catalog }: Context, path: string, result: TightenedPolicy): void {
  const cases = `${result.cases} ${result.cases === 1 ? 'case' : 'cases'}`;
  if (!isChanged(result)) {
    host.tell(`${path}: ${cases} need all that it allows\n`);
    return;
  }
  host.tell(`${path}: ${cases} pass with it as before; proven to allow nothing new\n`);
  for (const { lost } of result.comparisons) {
    for (const row of lost) {
      host.tell(`  no longer allows ${whatWords(rowWords(row, catalog()))}\n`);
      host.tell(`    for example ${witnessWords(row.witness)}\n`);
    }
  }
}

function json({ document, cases, comparisons }: TightenedPolicy, { catalog }: Context): string {
  const value = {
    schemaVersion: 1,
    dataVersion: catalog().date,
    document: policyValue(document),
    cases,
    comparisons: comparisons.map(({ type, comparison, lost }) => ({
      type,
      relation: comparison,
      lostAccess: lost.map((row) => whatWords(rowWords(row, catalog()))),
    })),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
