/** M23: one of several condition keys is enough. */

import { defineMisconception } from '../misconception.ts';
import { mapStatements } from '../world.ts';

export const keysAreOred = defineMisconception({
  code: 'M23',
  belief: 'one of several condition keys is enough',
  correction:
    'All operators and keys of a Condition must be met together; only the values of one key are alternatives.',
  rule: 'C1',
  page: 'Evaluation logic for multiple context keys or values',
  sees: (world) =>
    mapStatements(world, (one) =>
      one.conditions.length > 1 ? one.conditions.map((entry) => ({ ...one, conditions: [entry] })) : one,
    ),
});
