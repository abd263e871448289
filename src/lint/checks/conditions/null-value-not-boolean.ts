/** Null compared with something else than true or false. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { unreadableValues } from '../../condition-values.ts';
import { allow } from '../../examples.ts';
import { atValue } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const nullValueNotBoolean = defineCheck({
  id: 'null-value-not-boolean',
  severity: 'warning',
  title: 'Null with a value other than true or false',
  why: 'Null takes only the two; with anything else the condition never holds',
  help: 'write `true` for absent, `false` for present',
  references: [UG('reference_policies_elements_condition_operators'), VALIDATOR],
  aws: ['TYPE_MISMATCH_BOOLEAN'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/Null/aws:TagKeys',
    allow({ Condition: { Null: { 'aws:TagKeys': 'absent' } } }),
  ),
  good: example('identity', allow({ Condition: { Null: { 'aws:TagKeys': 'true' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      if (condition.use?.operator.relation !== 'isAbsent') continue;
      for (const index of unreadableValues(condition, 'boolean')) {
        const value = condition.entry.values[index]?.value;
        report({ message: `\`${value}\` is neither true nor false`, at: atValue(view, condition, index) });
      }
    }
  }),
});
