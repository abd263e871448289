/** Runs the cases of scenario files: chooses them, asks each question, counts. */
import type { Settings } from '../language/index.ts';
import type { CaseResult, CaseStatus } from './case-result.ts';
import { type StatementCoverage, statementCoverage } from './coverage.ts';
import { expandScenarios } from './expand-scenarios.ts';
import { runCase } from './run-case.ts';
import type { ScenarioCase, ScenarioFile } from './scenario.ts';
import type { FileResult, ScenarioReport, Totals } from './scenario-report.ts';

/** A case must meet every member that is given. */
export interface ScenarioFilter {
  /** Part of the case's name, case ignored; `*` stands for anything between. */
  readonly name?: string;
  /** The case bears one of these tags. */
  readonly tags?: readonly string[];
}

export interface RunOptions {
  readonly filter?: ScenarioFilter;
  readonly settings?: Settings;
}

export function runScenarios(files: readonly ScenarioFile[], options: RunOptions = {}): ScenarioReport {
  const steps = scenarioSteps(files, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same case by case, for who has other things to do in between. */
export function* scenarioSteps(
  files: readonly ScenarioFile[],
  options: RunOptions = {},
): Generator<CaseResult, ScenarioReport> {
  const all = files.map((file) => ({ file, cases: expandScenarios(file) }));
  const filtered = all.flatMap(({ cases }) => cases.filter((one) => matchesFilter(one, options.filter ?? {})));
  const marked = filtered.filter((one) => one.only);
  const selected = new Set(marked.length > 0 ? marked : filtered);
  const results: FileResult[] = [];
  for (const { file, cases } of all) {
    const ofFile: CaseResult[] = [];
    for (const one of cases.filter((candidate) => selected.has(candidate))) {
      const result = runCase(one, options.settings);
      ofFile.push(result);
      yield result;
    }
    const description = file.description === undefined ? {} : { description: file.description };
    results.push({ source: file.source, ...description, results: ofFile });
  }
  const flat = results.flatMap((file) => file.results);
  let coverage: StatementCoverage | undefined;
  return {
    files: results,
    totals: totalsOf(flat),
    notSelected: all.reduce((sum, { cases }) => sum + cases.length, 0) - selected.size,
    onlyCases: marked.map((one) => one.name),
    empty: selected.size === 0,
    get coverage() {
      coverage ??= statementCoverage(
        files.flatMap((file) => file.environment.policies),
        flat,
      );
      return coverage;
    },
  };
}

export function matchesFilter(one: ScenarioCase, filter: ScenarioFilter): boolean {
  if (filter.tags && !filter.tags.some((tag) => one.tags.includes(tag))) return false;
  return filter.name === undefined || containsInOrder(one.name.toLowerCase(), filter.name.toLowerCase().split('*'));
}

function containsInOrder(text: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return true;
}

function totalsOf(results: readonly CaseResult[]): Totals {
  const count = (status: CaseStatus) => results.filter((result) => result.status === status).length;
  return {
    cases: results.length,
    passed: count('passed'),
    failed: count('failed'),
    error: count('error'),
    skipped: count('skipped'),
  };
}
