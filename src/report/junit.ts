/** A scenario run as JUnit XML, which CI systems read: a suite for each file, a test case for each case. */
import { formatLocation, positionAt } from '../language/index.ts';
import type { CaseResult, FileResult, ScenarioReport } from '../scenario/index.ts';
import { expectedWords, receivedWords, whyWords } from './scenario-words.ts';

/** @param explain one sentence a line: why the answer is what it is */
export function formatJunit(
  report: ScenarioReport,
  explain: (result: CaseResult) => readonly string[] = whyWords,
): string {
  const suites = report.files.filter((file) => file.results.length > 0);
  const all = countsOf(suites.flatMap((file) => file.results));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name: 'iamproof', ...all })}>`,
    ...suites.flatMap((file) => suiteLines(file, explain)),
    '</testsuites>',
    '',
  ].join('\n');
}

type Explain = (result: CaseResult) => readonly string[];

function suiteLines(file: FileResult, explain: Explain): string[] {
  const { name } = file.source;
  return [
    `  <testsuite ${attributes({ name, ...countsOf(file.results), file: name })}>`,
    ...file.results.flatMap((result) => caseLines(result, explain)),
    '  </testsuite>',
  ];
}

function caseLines(result: CaseResult, explain: Explain): string[] {
  const { case: asked } = result;
  const { source, range } = asked.location;
  const head = `    <testcase ${attributes({
    name: asked.name,
    classname: source.name,
    time: '0',
    file: source.name,
    line: positionAt(source, range.start).line,
  })}`;
  const outcome = outcomeOf(result, explain);
  return outcome === undefined ? [`${head}/>`] : [`${head}>`, `      ${outcome}`, '    </testcase>'];
}

function outcomeOf(result: CaseResult, explain: Explain): string | undefined {
  const { case: asked, received } = result;
  switch (result.status) {
    case 'passed':
      return undefined;
    case 'skipped':
      return `<skipped ${attributes({ message: asked.skip ?? '' })}/>`;
    case 'error': {
      const message = result.differences.join('; ');
      return `<error ${attributes({ message, type: 'error' })}>${text([message, place(result)].join('\n'))}</error>`;
    }
    case 'failed': {
      const body = [
        `expected ${expectedWords(asked.expected)}`,
        `received ${receivedWords(received)}`,
        ...explain(result),
        place(result),
      ];
      const message = result.differences.join('; ');
      return `<failure ${attributes({ message, type: 'expectation' })}>${text(body.join('\n'))}</failure>`;
    }
    default:
      return result.status satisfies never;
  }
}

function place(result: CaseResult): string {
  return `at ${formatLocation(result.case.location)}`;
}

function countsOf(results: readonly CaseResult[]) {
  const count = (status: CaseResult['status']) => results.filter((result) => result.status === status).length;
  return {
    tests: results.length,
    failures: count('failed'),
    errors: count('error'),
    skipped: count('skipped'),
    time: '0',
  };
}

function attributes(members: Readonly<Record<string, string | number>>): string {
  return Object.entries(members)
    .map(
      ([name, value]) =>
        `${name}="${escapeXml(String(value)).replace(/[\t\n\r]/g, (one) => `&#${one.charCodeAt(0)};`)}"`,
    )
    .join(' ');
}

function text(value: string): string {
  return escapeXml(value).replaceAll('\r', '&#13;');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML 1.0 has no form for control characters, lone surrogates, U+FFFE and U+FFFF: they are shown as `\u001b`. */
function escapeXml(value: string): string {
  return value
    .replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one)
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, (one) => {
      return `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
}
