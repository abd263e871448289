/** ARN operators with something else than an ARN. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { unreadableValues } from '../../condition-values.ts';
import { allow } from '../../examples.ts';
import { atValue } from '../../places.ts';
import { UG } from '../../references.ts';

export const invalidArnValue = defineCheck({
  id: 'invalid-arn-value',
  severity: 'warning',
  title: 'an Arn operator with a value that is no ARN',
  why: 'the value matches no ARN',
  help: 'write all six parts, with `*` for what is open',
  references: [UG('reference_policies_elements_condition_operators')],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/ArnLike/aws:PrincipalArn',
    allow({ Condition: { ArnLike: { 'aws:PrincipalArn': '*role/app' } } }),
  ),
  good: example('identity', allow({ Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/app' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      for (const index of unreadableValues(condition, 'arn')) {
        const value = condition.entry.values[index]?.value;
        report({
          message: `\`${value}\` has fewer than six parts and matches no ARN`,
          at: atValue(view, condition, index),
        });
      }
    }
  }),
});
