/** Condition keys that newer ones have replaced. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { REPLACED_KEYS } from '../../replaced-keys.ts';

export const deprecatedKey = defineCheck({
  id: 'deprecated-key',
  severity: 'warning',
  title: 'a condition key that AWS has given up',
  why: 'nobody says for which requests it is still there',
  help: 'use `aws:PrincipalArn`, or `aws:SourceArn`',
  references: [UG('reference_policies_condition-keys'), VALIDATOR],
  aws: ['DEPRECATED_GLOBAL_CONDITION_KEY', 'UNSUPPORTED_GLOBAL_CONDITION_KEY'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/ArnLike/aws:ARN',
    allow({ Condition: { ArnLike: { 'aws:ARN': 'arn:aws:iam::111122223333:role/app' } } }),
  ),
  good: example(
    'identity',
    allow({ Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/app' } } }),
  ),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      const newer = REPLACED_KEYS.get(condition.key.lower);
      if (!newer) continue;
      report({
        message: `\`${condition.key.text}\` was given up`,
        at: atCondition(view, condition),
        help: `use ${newer}`,
      });
    }
  }),
});
