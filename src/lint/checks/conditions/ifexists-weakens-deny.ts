/** IfExists with a positive operator in a Deny. */

import { isAlwaysPresent } from '../../../language/condition-keys.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { deny } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG } from '../../references.ts';

export const ifexistsWeakensDeny = defineCheck({
  id: 'ifexists-weakens-deny',
  severity: 'warning',
  title: 'IfExists in a Deny, with an operator that is not negated',
  why: 'where the key is absent the Deny applies, also to actions that never have the key',
  help: 'leave IfExists out, or say with `Null` that requests without the key are meant',
  references: [UG('reference_policies_elements_condition_operators')],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/StringEqualsIfExists/ec2:InstanceType',
    deny({
      Action: 'ec2:*',
      Resource: '*',
      Condition: { StringEqualsIfExists: { 'ec2:InstanceType': 'x1.32xlarge' } },
    }),
  ),
  good: example(
    'identity',
    deny({
      Action: 'ec2:RunInstances',
      Resource: '*',
      Condition: { StringEquals: { 'ec2:InstanceType': 'x1.32xlarge' } },
    }),
  ),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    if (view.allows) return;
    for (const condition of view.conditions) {
      const { use, key } = condition;
      if (!use?.ifExists || use.operator.negated) continue;
      // `BoolIfExists ... false` is how a Deny asks for what must be there (MFA, TLS).
      if (use.operator.valueType === 'boolean' || isAlwaysPresent(key.lower)) continue;
      report({ message: `the Deny also applies where \`${key.text}\` is absent`, at: atCondition(view, condition) });
    }
  }),
});
