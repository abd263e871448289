/** M10: ForAllValues is not met when the request lacks the key. */
import { parseOperator } from '../../language/index.ts';
import { mapConditions, present } from '../map-conditions.ts';
import { defineMisconception } from '../misconception.ts';

export const forAllValuesNeedsTheKey = defineMisconception({
  code: 'M10',
  belief: 'ForAllValues is not met when the request lacks the key',
  correction:
    'ForAllValues is met when the key is absent: no value breaks the rule. In an Allow it needs a Null condition beside it that demands the key.',
  rule: 'C42',
  page: 'Multivalued context keys',
  sees: (world) =>
    mapConditions(world, (entry) =>
      parseOperator(entry.operator)?.qualifier === 'ForAllValues' ? [entry, present(entry.key)] : entry,
    ),
});
