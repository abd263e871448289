/** Bool compared with something else than true or false. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { unreadableValues } from '../../condition-values.ts';
import { deny } from '../../examples.ts';
import { atValue } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const invalidBooleanValue = defineCheck({
  id: 'invalid-boolean-value',
  severity: 'warning',
  title: 'Bool with a value other than true or false',
  why: 'the value matches nothing: the condition never holds',
  help: 'write `true` or `false`',
  references: [UG('reference_policies_elements_condition_operators'), VALIDATOR],
  aws: ['TYPE_MISMATCH_BOOLEAN'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/Bool/aws:SecureTransport',
    deny({ Condition: { Bool: { 'aws:SecureTransport': 'no' } } }),
  ),
  good: example('identity', deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      if (condition.use?.operator.name !== 'Bool') continue;
      for (const index of unreadableValues(condition, 'boolean')) {
        const value = condition.entry.values[index]?.value;
        report({ message: `\`${value}\` is neither true nor false`, at: atValue(view, condition, index) });
      }
    }
  }),
});
