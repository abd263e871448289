/** What policies newly allow and no longer allow, for people. */
import type { Difference } from '../prove/index.ts';
import { COMPARISON_WORDS, type ComparedPair, differenceWords } from './compare-rows.ts';
import type { Paint } from './paint.ts';

export function comparePretty(pairs: readonly ComparedPair[], paint: Paint): string {
  if (pairs.length === 0) return 'no policy differs\n';
  return pairs.map((pair) => `${pairLines(pair, paint).join('\n')}\n`).join('\n');
}

function pairLines({ name, comparison, gained, lost, unknown }: ComparedPair, paint: Paint): string[] {
  const colour = comparison === 'equivalent' || comparison === 'less' ? paint.good : paint.bad;
  return [
    `${paint.strong(name)}: ${colour(COMPARISON_WORDS[comparison])}`,
    ...gained.flatMap((one) => rowLines('newly allows', one, paint.bad, paint)),
    ...lost.flatMap((one) => rowLines('no longer allows', one, paint.note, paint)),
    ...unknown.map((why) => `  ${paint.note('not decided')}: ${why}`),
  ];
}

function rowLines(what: string, difference: Difference, colour: (text: string) => string, paint: Paint): string[] {
  const { actions, resources, conditions, witness, statement } = differenceWords(difference);
  return [
    `  ${colour(what)} ${actions} on ${resources}${conditions ? ` when ${conditions}` : ''}`,
    paint.quiet(`    for example ${witness}${statement ? ` (${statement})` : ''}`),
  ];
}
