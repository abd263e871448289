/** A run of mutants as JUnit XML: a suite for each policy, a test case for each mutant, a failure for each survivor. */
import { formatLocation, positionAt } from '../language/index.ts';
import { type MutantResult, type MutationReport, mutantName } from '../scenario/index.ts';
import { attributes, XML_HEAD, xmlText } from './junit-xml.ts';

export function mutationJunit({ results, missing }: MutationReport): string {
  const policies = [...new Set(results.map(({ mutant }) => mutant.policy.name))];
  const texts = new Map(missing.map((one) => [one.case, one.text]));
  return [
    XML_HEAD,
    `<testsuites ${attributes({ name: 'iamproof mutants', ...countsOf(results) })}>`,
    ...policies.flatMap((name) => {
      const own = results.filter(({ mutant }) => mutant.policy.name === name);
      return [
        `  <testsuite ${attributes({ name, ...countsOf(own), file: name })}>`,
        ...own.flatMap((result) => caseLines(result, result.missing && texts.get(result.missing))),
        '  </testsuite>',
      ];
    }),
    '</testsuites>',
    '',
  ].join('\n');
}

function caseLines({ mutant, status, why }: MutantResult, missing: string | undefined): string[] {
  const { location, policy, mutator } = mutant;
  const place = location
    ? { file: location.source.name, line: positionAt(location.source, location.range.start).line }
    : { file: policy.name };
  const head = `    <testcase ${attributes({ name: mutantName(mutant), classname: mutator, time: '0', ...place })}`;
  switch (status) {
    case 'killed':
      return [`${head}/>`];
    case 'equivalent':
      return [`${head}>`, `      <skipped ${attributes({ message: 'equivalent' })}/>`, '    </testcase>'];
    case 'survived':
    case 'open': {
      const message = missing === undefined ? `no difference found: ${why ?? ''}` : 'a scenario is missing';
      const body = [missing ?? message, ...(location ? [`at ${formatLocation(location)}`] : [])].join('\n');
      return [
        `${head}>`,
        `      <failure ${attributes({ message, type: status })}>${xmlText(body)}</failure>`,
        '    </testcase>',
      ];
    }
    default:
      return status satisfies never;
  }
}

function countsOf(results: readonly MutantResult[]) {
  const count = (...statuses: readonly string[]) => results.filter(({ status }) => statuses.includes(status)).length;
  return {
    tests: results.length,
    failures: count('survived', 'open'),
    errors: 0,
    skipped: count('equivalent'),
    time: '0',
  };
}
