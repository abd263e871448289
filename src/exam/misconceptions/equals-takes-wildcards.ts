/** M35: StringEquals takes * as a wildcard. */
import { mapConditions } from '../map-conditions.ts';
import { defineMisconception } from '../misconception.ts';

export const equalsTakesWildcards = defineMisconception({
  code: 'M35',
  belief: 'StringEquals takes * as a wildcard',
  correction:
    'StringEquals compares letter by letter, the asterisk included. Wildcards need StringLike (or ArnLike for ARNs).',
  rule: 'C30',
  page: 'IAM JSON policy elements: Condition operators',
  sees: (world) =>
    mapConditions(world, (entry) => {
      const hasWildcard = entry.values.some(({ value }) => value.includes('*'));
      return hasWildcard && entry.operator === 'StringEquals' ? { ...entry, operator: 'StringLike' } : entry;
    }),
});
