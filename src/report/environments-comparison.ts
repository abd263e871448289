/** What a change of an environment newly allows and no longer allows, for people, programs and pull requests. */
import type { Catalog } from '../catalog/index.ts';
import type { AccessDifference, EnvironmentComparison, Witness } from '../query/index.ts';
import { policiesJson, RELATIONS, rowValue, statementValue } from './compare-json.ts';
import { MARK, tableOf } from './compare-markdown.ts';
import { COMPARISON_WORDS, type RowWords, rowWords, statementsWords, whatWords } from './compare-rows.ts';
import { chosenWords } from './invariants.ts';
import { codeHtml } from './markdown-text.ts';
import type { Paint } from './paint.ts';

export interface ComparisonLook {
  /** The later environment's file. */
  readonly name: string;
  readonly catalog: Catalog;
  /** The cases of scenarios that try what is newly allowed. */
  readonly coverage: (difference: AccessDifference) => readonly string[];
}

export function environmentsPretty(
  { comparison, gained, lost, unknown }: EnvironmentComparison,
  { name, catalog, coverage }: ComparisonLook,
  paint: Paint,
): string {
  const colour = comparison === 'equivalent' || comparison === 'less' ? paint.good : paint.bad;
  const lines = (one: AccessDifference, what: (words: RowWords) => string, notes: readonly string[]) => {
    const statements = statementsWords(one.statements);
    return [
      `  ${what(rowWords(one, catalog))}`,
      ...[`for example ${requestWords(one.witness)}${statements ? ` (${statements})` : ''}`, ...notes].map((line) =>
        paint.quiet(`    ${line}`),
      ),
    ];
  };
  const all = [
    `${paint.strong(name)}: ${colour(COMPARISON_WORDS[comparison])}`,
    ...gained.flatMap((one) =>
      lines(one, (words) => `${words.who} ${paint.bad('newly may')} ${whatWords(words)}`, [
        coverageWords(coverage(one)),
      ]),
    ),
    ...lost.flatMap((one) =>
      lines(one, (words) => `${words.who} ${paint.note('no longer may')} ${whatWords(words)}`, []),
    ),
    ...unknown.map((why) => `  ${paint.note('not decided')}: ${why}`),
  ];
  return `${all.join('\n')}\n`;
}

/** `s3:GetObject on arn:aws:s3:::reports/example by user/alice with aws:SourceIp = 203.0.113.1`. */
function requestWords({ asker, request, chosen }: Witness): string {
  const on = request.resource === '*' ? '' : ` on ${request.resource}`;
  return `${request.action}${on} by ${asker.name}${chosenWords(chosen)}`;
}

function coverageWords(cases: readonly string[]): string {
  const [first, ...others] = cases;
  if (first === undefined) return 'no scenario covers it';
  return others.length === 0
    ? `covered by scenario ${first}`
    : `covered by scenario ${first} and ${others.length} more`;
}

export function environmentsJson(
  { comparison, gained, lost, unknown }: EnvironmentComparison,
  { name, catalog, coverage }: ComparisonLook,
): string {
  const value = (one: AccessDifference) => ({
    ...rowValue(one, catalog),
    statements: one.statements.map(statementValue),
    witness: {
      policies: policiesJson(one.witness.policies),
      request: one.witness.request,
      expected: { decision: 'allowed' },
    },
  });
  const json = {
    schemaVersion: 1,
    dataVersion: catalog.date,
    environment: name,
    relation: RELATIONS[comparison],
    newAccess: gained.map((one) => ({ ...value(one), scenarios: coverage(one) })),
    lostAccess: lost.map(value),
    unknown,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

export function environmentsMarkdown(
  { comparison, gained, lost, unknown }: EnvironmentComparison,
  { name, catalog, coverage }: ComparisonLook,
): string {
  const head = `${MARK}\n**iamproof compare**: ${codeHtml(name)} ${COMPARISON_WORDS[comparison]}\n`;
  const news = gained.map((one) => {
    const words = rowWords(one, catalog);
    const covered = coverageWords(coverage(one));
    return `| newly allowed | ${cells(one, words)} | ${covered} |`;
  });
  const losses = lost.map((one) => `| no longer allowed | ${cells(one, rowWords(one, catalog))} | |`);
  const doubts = unknown.map((why) => `| not decided | | ${codeHtml(why)} | | |`);
  const rows = [...news, ...losses, ...doubts];
  if (rows.length === 0) return head;
  return `${head}${headline(gained, { catalog, coverage })}\n${tableOf(['', 'who', 'what', 'for example', ''], rows)}`;
}

function cells(one: AccessDifference, words: RowWords): string {
  const { who, actions, resources, conditions } = words;
  const when = conditions ? ` when ${codeHtml(conditions)}` : '';
  const what = `${codeHtml(actions)} on ${codeHtml(resources)}${when}`;
  return `${codeHtml(who)} | ${what} | ${codeHtml(requestWords(one.witness))}`;
}

/** What a reviewer reads first. */
function headline(
  gained: readonly AccessDifference[],
  { catalog, coverage }: Pick<ComparisonLook, 'catalog' | 'coverage'>,
): string {
  const uncovered = gained.filter((one) => coverage(one).length === 0);
  const [first = gained[0]] = uncovered;
  if (!first) return '';
  const { actions, resources } = rowWords(first, catalog);
  const without = uncovered.length === 0 ? '' : '; no scenario covers it';
  const more = gained.length > 1 ? ` It allows ${gained.length - 1} more below.` : '';
  return `\nThis change newly allows ${codeHtml(actions)} on ${codeHtml(resources)}${without}.${more}\n`;
}
