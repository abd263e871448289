/** What `verify` found, for people: files, scenarios by topic, a line for each principal, and the verdict. */
import type { Diagnostic } from '../language/index.ts';
import type { LintResult } from '../lint/index.ts';
import type { InvariantResult } from '../query/index.ts';
import type { CaseResult, FileResult, ScenarioReport } from '../scenario/index.ts';
import { formatDiagnostics } from './diagnostics-pretty.ts';
import { invariantSections, invariantWords } from './invariants.ts';
import { findingCounts } from './lint-summary.ts';
import { type Paint, PLAIN } from './paint.ts';
import { failureLines } from './scenario-failure.ts';
import { ASCII_MARKS, type Look, MARKS } from './scenario-look.ts';

export interface Verification {
  readonly counts: {
    readonly policies: number;
    readonly environments: number;
    readonly scenarios: number;
    readonly invariants: number;
  };
  readonly excluded: readonly string[];
  /** Of what linting does not look at: scenarios, environments, files that cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
  readonly lint: LintResult;
  /** No finding of the severity that counts. */
  readonly lintPasses: boolean;
  readonly report: ScenarioReport;
  readonly invariants: readonly InvariantResult[];
}

export interface VerificationLook {
  readonly paint: Paint;
  readonly ascii: boolean;
  readonly explain: (result: CaseResult) => readonly string[];
}

/** True where nothing is wrong and something was checked. */
export function isVerified({ diagnostics, lintPasses, report, invariants }: Verification): boolean {
  const { totals } = report;
  const isProved = invariants.every(({ status }) => status === 'holds');
  return isProved && lintPasses && !diagnostics.some(isError) && !report.empty && totals.failed + totals.error === 0;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

export function formatVerification(verification: Verification, options: Partial<VerificationLook> = {}): string {
  const { paint = PLAIN, ascii = false, explain = () => [] } = options;
  const look: Look = { paint, marks: ascii ? ASCII_MARKS : MARKS, cases: 'notable', coverage: false, explain };
  const { report, lint, invariants } = verification;
  const diagnostics = [...lint.diagnostics, ...verification.diagnostics];
  const wrong = report.files.flatMap((file) => file.results).filter(isWrong);
  const sections = [
    diagnostics.length === 0 ? '' : formatDiagnostics(diagnostics, paint).trimEnd(),
    report.files.map((file) => topicLines(file, look).join('\n')).join('\n\n'),
    wrong.map((result) => failureLines(result, look).join('\n')).join('\n\n'),
    principalLines(report, look).join('\n'),
    invariants.length === 0 ? '' : invariantSections(invariants, { paint, ascii }),
    verdictLines(verification, look).join('\n'),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function isWrong({ status }: CaseResult): boolean {
  return status === 'failed' || status === 'error';
}

/** A scenario file: what it teaches, and its scenarios with how many of their cases came out as expected. */
function topicLines(file: FileResult, look: Look): string[] {
  const { paint } = look;
  return [
    `${paint.strong(file.source.name)}`,
    ...(file.description ? wrap(file.description, '  ').map(paint.quiet) : []),
    ...[...groupBy(file.results, (result) => result.case.scenario)].map(
      ([name, results]) => `  ${countWords(name, results, look)}`,
    ),
  ];
}

function countWords(name: string, results: readonly CaseResult[], { paint, marks }: Look): string {
  const passed = results.filter(({ status }) => status === 'passed').length;
  const skipped = results.filter(({ status }) => status === 'skipped').length;
  const bad = results.some(isWrong);
  const mark = bad ? paint.bad(marks.failed) : passed === 0 ? paint.quiet(marks.skipped) : paint.good(marks.passed);
  const count = results.length === 1 && !bad ? '' : ` ${paint.quiet(`(${passed} of ${results.length - skipped})`)}`;
  return `${mark} ${name}${count}${skipped > 0 ? paint.quiet(`, ${skipped} skipped`) : ''}`;
}

/** One line for each principal: how many of its cases came out as expected. */
function principalLines(report: ScenarioReport, look: Look): string[] {
  const { paint, marks } = look;
  const results = report.files.flatMap((file) => file.results).filter(({ status }) => status !== 'skipped');
  const groups = [...groupBy(results, (result) => result.case.principal.text)].sort(([a], [b]) => (a < b ? -1 : 1));
  const width = Math.max(0, ...groups.map(([name]) => name.length));
  const lines = groups.map(([name, own]) => {
    const passed = own.filter(({ status }) => status === 'passed').length;
    const good = passed === own.length;
    const counted = `${passed} of ${own.length} as expected`;
    return `  ${good ? paint.good(marks.passed) : paint.bad(marks.failed)} ${name.padEnd(width)}  ${good ? counted : paint.bad(counted)}`;
  });
  return lines.length === 0 ? [] : [paint.strong('By principal'), ...lines];
}

function verdictLines(verification: Verification, { paint, marks }: Look): string[] {
  const { counts, report, diagnostics, lint, excluded, invariants } = verification;
  const { totals } = report;
  const errors = diagnostics.filter(isError).length;
  const files = [
    plural(counts.policies, 'policy file'),
    plural(counts.environments, 'environment'),
    plural(counts.scenarios, 'scenario file'),
    counts.invariants === 0 ? [] : plural(counts.invariants, 'invariants file'),
  ]
    .flat()
    .join(', ');
  const left = excluded.length > 0 ? `; left out: ${excluded.join(', ')}` : '';
  const cases = `${totals.passed} of ${totals.cases - totals.skipped} cases as expected${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}${invariants.length > 0 ? `, ${invariantWords(invariants)}` : ''}`;
  const findings = `${findingCounts(lint.summary)} in the policies${errors > 0 ? `, ${plural(errors, 'error')} elsewhere` : ''}`;
  const accepted = lint.summary.ignored + lint.summary.baseline;
  const linted = `lint against AWS data of ${lint.dataVersion}${accepted > 0 ? `; ${plural(accepted, 'finding')} accepted with a reason` : ''}`;
  const only = report.onlyCases.length > 0 ? [paint.note('only cases marked `only` ran')] : [];
  const verdict = isVerified(verification)
    ? paint.good(`${marks.passed} verified: ${cases}, ${findings}`)
    : paint.bad(`${marks.failed} not verified: ${cases}, ${findings}${report.empty ? '; no case ran' : ''}`);
  return [paint.quiet(`${files}${left}`), paint.quiet(linted), ...only, verdict];
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function wrap(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line && indent.length + line.length + 1 + word.length > 100) {
      lines.push(indent + line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return line ? [...lines, indent + line] : lines;
}
