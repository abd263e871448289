/** M36: StringEquals ignores case. */
import { mapConditions } from '../map-conditions.ts';
import { defineMisconception } from '../misconception.ts';

export const valuesIgnoreCase = defineMisconception({
  code: 'M36',
  belief: 'StringEquals ignores case',
  correction:
    'StringEquals and StringLike compare values with their case; StringEqualsIgnoreCase does not. Only operator, action and key names ignore case.',
  rule: 'C30',
  page: 'IAM JSON policy elements: Condition operators',
  sees: (world) =>
    mapConditions(world, (entry) =>
      entry.operator === 'StringEquals' ? { ...entry, operator: 'StringEqualsIgnoreCase' } : entry,
    ),
});
