/** A scenario run as JUnit XML, which CI systems read: a suite for each file, a test case for each case. */
import { formatLocation, positionAt } from '../language/index.ts';
import type { CaseResult, FileResult, ScenarioReport } from '../scenario/index.ts';
import { attributes, XML_HEAD, xmlText } from './junit-xml.ts';
import { expectedWords, receivedWords, whyWords } from './scenario-words.ts';

/** @param explain one sentence a line: why the answer is what it is */
export function formatJunit(
  report: ScenarioReport,
  explain: (result: CaseResult) => readonly string[] = whyWords,
): string {
  const suites = report.files.filter((file) => file.results.length > 0);
  const all = countsOf(suites.flatMap((file) => file.results));
  return [
    XML_HEAD,
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
      return `<error ${attributes({ message, type: 'error' })}>${xmlText([message, place(result)].join('\n'))}</error>`;
    }
    case 'failed': {
      const body = [
        `expected ${expectedWords(asked.expected)}`,
        `received ${receivedWords(received)}`,
        ...explain(result),
        place(result),
      ];
      const message = result.differences.join('; ');
      return `<failure ${attributes({ message, type: 'expectation' })}>${xmlText(body.join('\n'))}</failure>`;
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
