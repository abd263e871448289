/** What policies newly allow and no longer allow, for people. */
import type { Catalog } from '../catalog/index.ts';
import type { Difference, PolicyComparison } from '../prove/index.ts';
import {
  COMPARISON_WORDS,
  type ComparedPair,
  rowWords,
  statementsWords,
  whatWords,
  witnessWords,
} from './compare-rows.ts';
import type { Paint } from './paint.ts';

export function comparePretty(pairs: readonly ComparedPair[], catalog: Catalog, paint: Paint): string {
  if (pairs.length === 0) return 'no policy differs\n';
  return pairs.map((pair) => `${pairLines(pair, catalog, paint).join('\n')}\n`).join('\n');
}

function pairLines({ name, ...comparison }: ComparedPair, catalog: Catalog, paint: Paint): string[] {
  const word = comparison.comparison;
  const colour = word === 'equivalent' || word === 'less' ? paint.good : paint.bad;
  return [
    `${paint.strong(name)}: ${colour(COMPARISON_WORDS[word])}`,
    ...differenceLines(comparison, catalog, paint).map((line) => `  ${line}`),
  ];
}

/** What is newly and no longer allowed, each with an example, and what is not decided. */
export function differenceLines({ gained, lost, unknown }: PolicyComparison, catalog: Catalog, paint: Paint): string[] {
  const rows = (what: string, differences: readonly Difference[], look: (text: string) => string) =>
    differences.flatMap((one) => {
      const words = rowWords(one, catalog);
      const by = words.who === '' ? '' : ` ${words.who}`;
      const statements = statementsWords(one.statements);
      return [
        `${look(what)}${by} ${whatWords(words)}`,
        paint.quiet(`  for example ${witnessWords(one.witness)}${statements ? ` (${statements})` : ''}`),
      ];
    });
  return [
    ...rows('newly allows', gained, paint.bad),
    ...rows('no longer allows', lost, paint.note),
    ...unknown.map((why) => `${paint.note('not decided')}: ${why}`),
  ];
}
