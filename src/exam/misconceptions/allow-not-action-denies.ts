/** M12: Allow with NotAction denies the actions that it lists. */

import { defineMisconception } from '../misconception.ts';
import { mapStatements } from '../world.ts';

export const allowNotActionDenies = defineMisconception({
  code: 'M12',
  belief: 'Allow with NotAction denies the actions that it lists',
  correction:
    'Allow with NotAction grants everything else and says nothing about what it lists: another Allow can still grant that.',
  rule: 'B4',
  page: 'IAM JSON policy elements: NotAction',
  sees: (world) =>
    mapStatements(world, (one) =>
      one.effect === 'Allow' && one.action.not
        ? [one, { ...one, effect: 'Deny', action: { ...one.action, not: false } }]
        : one,
    ),
});
