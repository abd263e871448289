/** IfExists on a key that every request has. */

import { isAlwaysPresent } from '../../../language/condition-keys.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG } from '../../references.ts';

export const ifexistsOnAlwaysPresentKey = defineCheck({
  id: 'ifexists-on-always-present-key',
  severity: 'suggestion',
  title: 'IfExists on a key that is always there',
  why: 'it changes nothing, and makes a reader think of requests that there are not',
  help: 'leave IfExists out',
  references: [UG('reference_policies_condition-keys')],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/StringEqualsIfExists/aws:RequestedRegion',
    allow({ Condition: { StringEqualsIfExists: { 'aws:RequestedRegion': 'eu-west-1' } } }),
  ),
  good: example('identity', allow({ Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      if (!condition.use?.ifExists || !isAlwaysPresent(condition.key.lower)) continue;
      // AWS's own guard rails write `BoolIfExists` throughout.
      if (!view.allows && condition.use.operator.name === 'Bool') continue;
      report({ message: `every request has \`${condition.key.text}\``, at: atCondition(view, condition) });
    }
  }),
});
