/** M28: StringNotEquals and other negated operators are not met when the key is absent. */
import { parseOperator } from '../../language/index.ts';
import { mapConditions, present } from '../map-conditions.ts';
import { defineMisconception } from '../misconception.ts';

export const negatedNeedsTheKey = defineMisconception({
  code: 'M28',
  belief: 'StringNotEquals and other negated operators are not met when the key is absent',
  correction:
    'Negated operators are met when the key is absent. A Deny with StringNotEquals aws:SourceVpce therefore hits every request that comes through no endpoint.',
  rule: 'C10',
  page: 'IAM JSON policy elements: Condition operators',
  sees: (world) =>
    mapConditions(world, (entry) => {
      const use = parseOperator(entry.operator);
      return use?.operator.negated && !use.ifExists && !use.qualifier ? [entry, present(entry.key)] : entry;
    }),
});
