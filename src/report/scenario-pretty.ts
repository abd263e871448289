/** A scenario run for people: each file with its cases, what failed and why, what no case covers, the count. */
import type { CaseResult, FileResult, ScenarioReport } from '../scenario/index.ts';
import { PLAIN } from './paint.ts';
import { printable } from './printable.ts';
import { coverageLines } from './scenario-coverage.ts';
import { failureLines } from './scenario-failure.ts';
import { type Look, MARKS, paintStatus } from './scenario-look.ts';
import { whyWords } from './scenario-words.ts';

const DEFAULTS: Look = { paint: PLAIN, marks: MARKS, cases: 'all', coverage: true, explain: whyWords };

/** The whole report, ending in a line break. */
export function formatScenarioReport(report: ScenarioReport, options: Partial<Look> = {}): string {
  const look = { ...DEFAULTS, ...options };
  const wrong = report.files
    .flatMap((file) => file.results)
    .filter(({ status }) => status === 'failed' || status === 'error');
  const sections = [
    report.files.filter((file) => file.results.length > 0).flatMap((file) => fileLines(file, look)),
    ...wrong.map((result) => failureLines(result, look)),
    look.coverage && !report.empty ? coverageLines(report.coverage, look) : [],
    warningLines(report, look),
    [totalsLine(report, look)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function fileLines(file: FileResult, look: Look): string[] {
  const { paint } = look;
  const passed = file.results.filter((result) => result.status === 'passed').length;
  const shown = file.results.filter((result) => look.cases === 'all' || result.status !== 'passed');
  return [
    `${paint.strong(file.source.name)} ${paint.quiet(`${passed}/${file.results.length}`)}`,
    ...shown.map((result) => `  ${caseLine(result, look)}`),
  ];
}

function caseLine(result: CaseResult, { paint, marks }: Look): string {
  const mark = paintStatus(paint, result.status)(marks[result.status]);
  const { name, skip } = result.case;
  const reason = result.status === 'skipped' && skip ? paint.quiet(` (skipped: ${printable(skip)})`) : '';
  return `${mark} ${printable(name)}${reason}`;
}

/** What a reader must not miss. */
function warningLines(report: ScenarioReport, { paint }: Look): string[] {
  const only = report.onlyCases.length;
  return [
    ...(only === 0 ? [] : [paint.note(`only: ${plural(only, 'case is', 'cases are')} marked \`only\`, no others ran`)]),
    ...(report.notSelected === 0 ? [] : [paint.quiet(`${plural(report.notSelected, 'case', 'cases')} not selected`)]),
    ...(report.empty ? [paint.bad('no case was selected: this run proves nothing')] : []),
  ];
}

function totalsLine({ totals }: ScenarioReport, { paint }: Look): string {
  const part = (count: number, word: string, colour: (text: string) => string) => {
    const text = `${count} ${word}`;
    return count === 0 ? text : colour(text);
  };
  return [
    ...(totals.error === 0 ? [] : [part(totals.error, 'in error', paint.bad)]),
    part(totals.failed, 'failed', paint.bad),
    part(totals.passed, 'passed', paint.good),
    part(totals.skipped, 'skipped', paint.quiet),
  ].join('  ');
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
