/** Lint findings as JUnit XML, which CI systems read: a suite for each file, a test case for each finding. */
import { formatLocation, positionAt, type Severity } from '../language/index.ts';
import type { LintDiagnostic, LintResult } from '../lint/index.ts';
import { attributes, XML_HEAD, xmlText } from './junit-xml.ts';
import { type FileFindings, findingsByFile } from './lint-by-file.ts';
import { lintSummary } from './lint-summary.ts';

/**
 * A finding that fails the run is a failure; one that does not is a case that passed, with its words as output. A run
 * without findings is one case that passed, since readers take a file without any for a mistake.
 */
export function lintJunit(result: LintResult, fails: (severity: Severity) => boolean): string {
  const { diagnostics } = result;
  const isClean = diagnostics.length === 0;
  const suites = findingsByFile(result).flatMap((one) => suiteLines(one, fails));
  return [
    XML_HEAD,
    `<testsuites ${attributes({ name: NAME, ...(isClean ? CLEAN : countsOf(diagnostics, fails)) })}>`,
    ...(isClean ? cleanLines(result) : suites),
    '</testsuites>',
    '',
  ].join('\n');
}

const NAME = 'iamproof lint';
const CLEAN = { tests: 1, failures: 0, errors: 0, skipped: 0, time: '0' };

type Fails = (severity: Severity) => boolean;

function suiteLines({ file, found }: FileFindings, fails: Fails): string[] {
  return [
    `  <testsuite ${attributes({ name: file, ...countsOf(found, fails), file })}>`,
    ...found.flatMap((one) => caseLines(one, fails)),
    '  </testsuite>',
  ];
}

function caseLines(diagnostic: LintDiagnostic, fails: Fails): string[] {
  const { file, code, severity, message, location, path, why, help } = diagnostic;
  const line = location ? { line: positionAt(location.source, location.range.start).line } : {};
  const words = [
    `${severity}: ${message}`,
    ...(why === undefined ? [] : [`why: ${why}`]),
    ...(help === undefined ? [] : [`help: ${help}`]),
    `at ${location ? formatLocation(location) : `${file} ${path}`}`,
  ].join('\n');
  const body = fails(severity)
    ? `<failure ${attributes({ message, type: severity })}>${xmlText(words)}</failure>`
    : `<system-out>${xmlText(words)}</system-out>`;
  const head = attributes({ name: `${code}: ${message}`, classname: file, time: '0', file, ...line });
  return [`    <testcase ${head}>`, `      ${body}`, '    </testcase>'];
}

function cleanLines(result: LintResult): string[] {
  return [
    `  <testsuite ${attributes({ name: NAME, ...CLEAN })}>`,
    `    <testcase ${attributes({ name: lintSummary(result), classname: NAME, time: '0' })}/>`,
    '  </testsuite>',
  ];
}

function countsOf(found: readonly LintDiagnostic[], fails: Fails) {
  const failures = found.filter(({ severity }) => fails(severity)).length;
  return { tests: found.length, failures, errors: 0, skipped: 0, time: '0' };
}
