/** What policies newly allow and no longer allow, as a comment on a pull request. */
import type { Catalog } from '../catalog/index.ts';
import type { Request } from '../language/index.ts';
import { COMPARISON_WORDS, type ComparedPair, type RowWords, rowWords, witnessWords } from './compare-rows.ts';
import { codeHtml } from './markdown-text.ts';

/** By this a bot finds the comment of the run before. */
const MARK = '<!-- iamproof compare -->';
const MOST_ROWS = 100;

export function compareMarkdown(pairs: readonly ComparedPair[], catalog: Catalog): string {
  const head = `${MARK}\n**iamproof compare**: ${summary(pairs)}\n`;
  const rows = pairs.flatMap(({ name, gained, lost, unknown }) => [
    ...gained.map((one) => row(name, 'newly allows', rowWords(one, catalog), one.witness)),
    ...lost.map((one) => row(name, 'no longer allows', rowWords(one, catalog), one.witness)),
    ...unknown.map((why) => `| ${codeHtml(name)} | not decided | ${codeHtml(why)} | |`),
  ]);
  if (rows.length === 0) return head;
  const left = rows.length > MOST_ROWS ? `\n${rows.length - MOST_ROWS} more rows are not shown here.\n` : '';
  const table = ['| policy | | what | for example |', '| --- | --- | --- | --- |', ...rows.slice(0, MOST_ROWS)].join(
    '\n',
  );
  return `${head}\n${table}\n${left}`;
}

function row(name: string, what: string, words: RowWords, witness: Request): string {
  const { who, actions, resources, conditions } = words;
  const by = who === '' ? '' : `${codeHtml(who)}: `;
  const when = conditions ? ` when ${codeHtml(conditions)}` : '';
  const example = codeHtml(witnessWords(witness));
  return `| ${codeHtml(name)} | ${what} | ${by}${codeHtml(actions)} on ${codeHtml(resources)}${when} | ${example} |`;
}

function summary(pairs: readonly ComparedPair[]): string {
  if (pairs.length === 0) return 'no policy differs';
  const counts = new Map<ComparedPair['comparison'], number>();
  for (const { comparison } of pairs) counts.set(comparison, (counts.get(comparison) ?? 0) + 1);
  return [...counts].map(([one, count]) => `${count} ${COMPARISON_WORDS[one]}`).join(', ');
}
