/** The reports of one run with every outcome, as files: what changes in them is seen in review. */
import { expect, test } from 'vitest';
import { formatJunit } from '../../src/report/junit.ts';
import { COLOURED } from '../../src/report/paint.ts';
import { scenarioReportJson } from '../../src/report/scenario-json.ts';
import { ASCII_MARKS } from '../../src/report/scenario-look.ts';
import { formatScenarioReport } from '../../src/report/scenario-pretty.ts';
import { runScenarios } from '../../src/scenario/index.ts';
import { fileAt } from '../scenario/project.ts';

const files = [fileAt('test/cases/scenario/report.scenario.yaml')];
const report = runScenarios(files);
const ESCAPE = String.fromCharCode(27);
const ESCAPES = new RegExp(`${ESCAPE}\\[\\d+m`, 'g');
const golden = (name: string) => `../golden/report/scenario-${name}`;

test('the pretty report tells each case, why it failed, where, and what is not covered', async () => {
  await expect(formatScenarioReport(report)).toMatchFileSnapshot(golden('pretty.txt'));
});

test('without colour no escape code leaks, not even from names, and ASCII marks keep to ASCII', () => {
  expect(formatScenarioReport(report)).not.toContain(ESCAPE);
  const text = formatScenarioReport(report, { marks: ASCII_MARKS }).replaceAll('ü ✓', '');
  expect(text).toMatch(/^[\n -~]*$/);
});

test('colours change nothing but colours', () => {
  const coloured = formatScenarioReport(report, { paint: COLOURED });
  const strip = (text: string) => text.replace(ESCAPES, '');
  expect(coloured).not.toBe(strip(coloured));
  expect(strip(coloured)).toBe(strip(formatScenarioReport(report)));
});

test('the last line counts failed, passed and skipped cases', () => {
  const lines = formatScenarioReport(report).trimEnd().split('\n');
  expect(lines.at(-1)).toBe('1 in error  7 failed  3 passed  1 skipped');
});

test('a run of nothing says that it proves nothing', () => {
  const text = formatScenarioReport(runScenarios(files, { filter: { name: 'no such case' } }));
  expect(text).toBe(
    '12 cases not selected\nno case was selected: this run proves nothing\n\n0 failed  0 passed  0 skipped\n',
  );
});

test('only is told aloud', () => {
  const only = files.map((one) => ({
    ...one,
    scenarios: one.scenarios.map((scenario, index) => ({
      ...scenario,
      forms: scenario.forms.map((form) => ({ ...form, only: index === 0 })),
    })),
  }));
  expect(formatScenarioReport(runScenarios(only), { coverage: false, cases: 'notable' })).toContain(
    'only: 2 cases are marked `only`, no others ran\n10 cases not selected\n',
  );
});

test('the JSON report is one document with a version', async () => {
  const text = scenarioReportJson(report);
  expect(JSON.parse(text).schemaVersion).toBe(1);
  await expect(text).toMatchFileSnapshot(golden('report.json'));
});

test('the JUnit report is XML that every reader takes', async () => {
  const text = formatJunit(report);
  expect([...text].filter((one) => one < ' ' && one !== '\n')).toEqual([]);
  await expect(text).toMatchFileSnapshot(golden('junit.xml'));
});
