/** The results of the last run by the policy files that they met. */
import { policiesIn } from '../../language/index.ts';
import type { CaseResult, ScenarioReport } from '../../scenario/index.ts';

const KNOWN = new WeakMap<ScenarioReport, ReadonlyMap<string, readonly CaseResult[]>>();

/** Cases of which some step had the policy in play, by its file. */
export function casesByFile(report: ScenarioReport): ReadonlyMap<string, readonly CaseResult[]> {
  const known = KNOWN.get(report);
  if (known) return known;
  const found = new Map<string, CaseResult[]>();
  for (const result of report.files.flatMap((file) => file.results)) {
    const files = new Set(
      result.steps.flatMap(({ policies }) =>
        policiesIn(policies).flatMap(({ document }) => document.source?.name ?? []),
      ),
    );
    for (const file of files) {
      const list = found.get(file);
      if (list) list.push(result);
      else found.set(file, [result]);
    }
  }
  KNOWN.set(report, found);
  return found;
}

/** How many passed, of those that were asked. */
export function passedOf(results: readonly CaseResult[]): { readonly passed: number; readonly asked: number } {
  const asked = results.filter(({ status }) => status !== 'skipped');
  return { passed: asked.filter(({ status }) => status === 'passed').length, asked: asked.length };
}
