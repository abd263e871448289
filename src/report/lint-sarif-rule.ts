/** A lint rule as SARIF describes it: texts, how grave, and what code scanning sorts by. */
import type { Severity } from '../language/index.ts';
import type { LintRule } from './lint-rules.ts';

export type SarifLevel = 'error' | 'warning' | 'note';

export function sarifRule(rule: LintRule, level: SarifLevel) {
  const { id, severity, title, why, help, references } = rule;
  const [page] = references;
  return {
    id,
    shortDescription: { text: sentence(title) },
    fullDescription: { text: `${sentence(title)} ${sentence(why)}` },
    help: { text: `${sentence(why)} ${sentence(help)}`, markdown: markdownOf(rule) },
    ...(page === undefined ? {} : { helpUri: page }),
    defaultConfiguration: { level },
    properties: {
      tags: ['aws', 'iam', TOPICS[severity]],
      precision: severity === 'suggestion' ? 'medium' : 'high',
      'problem.severity': level === 'note' ? 'recommendation' : level,
      // GitHub takes a rule with a number for one about security: of 7.0 and more it says high.
      ...(severity === 'security' ? { 'security-severity': '7.5' } : {}),
    },
  };
}

const TOPICS: Readonly<Record<Severity, string>> = {
  error: 'correctness',
  security: 'security',
  warning: 'correctness',
  suggestion: 'maintainability',
};

function markdownOf({ title, why, help, references, examples }: LintRule): string {
  return [
    sentence(title),
    `**Why it matters.** ${sentence(why)}`,
    `**What to do.** ${sentence(help)}`,
    ...(examples ? [`Not so:\n\n${block(examples.bad)}`, `But so:\n\n${block(examples.good)}`] : []),
    ...(references.length > 0 ? [references.map((one) => `- <${one}>`).join('\n')] : []),
  ].join('\n\n');
}

/** A fence longer than any in the text. */
function block(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([fence]) => fence.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}json\n${text}\n${fence}`;
}

/** As SARIF wants texts: a capital, a full stop where no other sign ends it. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;
}
