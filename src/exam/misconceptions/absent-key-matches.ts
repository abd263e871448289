/** M09: a condition on a key that the request does not have is met. */
import { parseOperator } from '../../language/index.ts';
import { mapConditions } from '../map-conditions.ts';
import { defineMisconception } from '../misconception.ts';

export const absentKeyMatches = defineMisconception({
  code: 'M09',
  belief: 'a condition on a key that the request does not have is met',
  correction:
    'A condition on an absent key is not met, unless the operator ends in IfExists, is negated, or is Null or ForAllValues.',
  rule: 'C10',
  page: 'IAM JSON policy elements: Condition operators',
  sees: (world) =>
    mapConditions(world, (entry) => {
      const use = parseOperator(entry.operator);
      if (!use || use.qualifier || use.ifExists || use.operator.negated || /^null$/i.test(entry.operator)) return entry;
      return { ...entry, operator: `${entry.operator}IfExists` };
    }),
});
