/** M34: Deny with NotAction allows the actions that it lists. */

import { defineMisconception } from '../misconception.ts';
import { mapStatements } from '../world.ts';

export const denyNotActionAllows = defineMisconception({
  code: 'M34',
  belief: 'Deny with NotAction allows the actions that it lists',
  correction:
    'Deny with NotAction only leaves what it lists undenied. Whether that is allowed depends on an Allow elsewhere.',
  rule: 'B4',
  page: 'IAM JSON policy elements: NotAction',
  sees: (world) =>
    mapStatements(world, (one, { type }) =>
      one.effect === 'Deny' && one.action.not && type === 'identity'
        ? [one, { ...one, effect: 'Allow', action: { ...one.action, not: false } }]
        : one,
    ),
});
