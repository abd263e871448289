/** M11: several values of one condition key must all match. */
import { parseOperator } from '../../language/index.ts';
import { mapConditions } from '../map-conditions.ts';
import { defineMisconception } from '../misconception.ts';

export const valuesAreAnded = defineMisconception({
  code: 'M11',
  belief: 'several values of one condition key must all match',
  correction:
    'Several values of one key are alternatives: one that matches is enough (under a negated operator: none may match).',
  rule: 'C2',
  page: 'Evaluation logic for multiple context keys or values',
  sees: (world) =>
    mapConditions(world, (entry) =>
      entry.values.length > 1 && !parseOperator(entry.operator)?.operator.negated
        ? entry.values.map((value) => ({ ...entry, values: [value] }))
        : entry,
    ),
});
