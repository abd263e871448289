/** The sample scenarios are lessons: what they claim must be so. */
import { expect, test } from 'vitest';
import { formatScenarioReport } from '../../src/report/scenario-pretty.ts';
import { type ExpectedDecision, expandScenarios, runCase, runScenarios } from '../../src/scenario/index.ts';
import { describeDiagnostic, filesBelow, readScenarios, sourceOf } from './project.ts';

const reads = filesBelow('scenarios', '.scenario.yaml').flatMap((path) => {
  const source = sourceOf(path);
  return source ? [readScenarios(source)] : [];
});

test('every sample scenario file can be read, and nothing in it is doubtful', () => {
  expect(reads.flatMap((read) => read.diagnostics).map(describeDiagnostic)).toEqual([]);
});

test('every sample scenario passes, and there are hundreds', () => {
  const report = runScenarios(reads.flatMap((read) => read.file ?? []));
  const { cases, passed } = report.totals;
  expect(cases).toBeGreaterThanOrEqual(80);
  expect(passed, formatScenarioReport(report, { cases: 'notable', coverage: false })).toBe(cases);
});

const OPPOSITE: Readonly<Record<ExpectedDecision, ExpectedDecision>> = {
  allowed: 'denied',
  denied: 'allowed',
  implicitDeny: 'explicitDeny',
  explicitDeny: 'implicitDeny',
};

test('no sample scenario would pass with another decision', () => {
  for (const one of reads.flatMap(({ file }) => (file ? expandScenarios(file) : []))) {
    const expected = { ...one.expected, decision: OPPOSITE[one.expected.decision] };
    expect(runCase({ ...one, expected }).status, one.name).toBe('failed');
  }
});
