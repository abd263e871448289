/** Numeric operators with something else than a number. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { unreadableValues } from '../../condition-values.ts';
import { allow } from '../../examples.ts';
import { atValue } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const invalidNumberValue = defineCheck({
  id: 'invalid-number-value',
  severity: 'warning',
  title: 'a Numeric operator with a value that is no number',
  why: 'the value matches nothing',
  help: 'write a decimal number',
  references: [UG('reference_policies_elements_condition_operators'), VALIDATOR],
  aws: ['TYPE_MISMATCH_NUMBER'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/NumericLessThan/aws:MultiFactorAuthAge',
    allow({ Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': '1h' } } }),
  ),
  good: example('identity', allow({ Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      for (const index of unreadableValues(condition, 'number')) {
        report({
          message: `\`${condition.entry.values[index]?.value}\` is no number`,
          at: atValue(view, condition, index),
        });
      }
    }
  }),
});
