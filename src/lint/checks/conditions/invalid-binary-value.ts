/** BinaryEquals with something else than base64. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { unreadableValues } from '../../condition-values.ts';
import { allow } from '../../examples.ts';
import { atValue } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const invalidBinaryValue = defineCheck({
  id: 'invalid-binary-value',
  severity: 'warning',
  title: 'BinaryEquals with a value that is not base64',
  why: 'the value matches nothing',
  help: 'encode the bytes in base64',
  references: [UG('reference_policies_elements_condition_operators'), VALIDATOR],
  aws: ['TYPE_MISMATCH_STRING'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/BinaryEquals/aws:PrincipalTag~1token',
    allow({ Condition: { BinaryEquals: { 'aws:PrincipalTag/token': 'abc' } } }),
  ),
  good: example('identity', allow({ Condition: { BinaryEquals: { 'aws:PrincipalTag/token': 'YWJj' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      for (const index of unreadableValues(condition, 'binary')) {
        report({
          message: `\`${condition.entry.values[index]?.value}\` is not base64`,
          at: atValue(view, condition, index),
        });
      }
    }
  }),
});
