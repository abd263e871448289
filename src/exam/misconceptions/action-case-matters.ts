/** M18: the case of an action name matters. */
import { matchesPattern, patternOf } from '../../language/index.ts';
import { defineMisconception } from '../misconception.ts';
import { mapStatements } from '../world.ts';

export const actionCaseMatters = defineMisconception({
  code: 'M18',
  belief: 'the case of an action name matters',
  correction:
    'Action names ignore case: `s3:getobject` is `s3:GetObject`. Resource names and condition values do not ignore it.',
  rule: 'B1',
  page: 'IAM JSON policy elements: Action',
  sees: (world) =>
    mapStatements(world, (one) => {
      const values = one.action.values.filter(
        ({ value }) =>
          matchesPattern(patternOf(value), world.request.action) ||
          !matchesPattern(patternOf(value.toLowerCase()), world.request.action.toLowerCase()),
      );
      return values.length === one.action.values.length ? one : { ...one, action: { ...one.action, values } };
    }),
});
