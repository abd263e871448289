/** Several limits where one decides. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const redundantNumericValues = defineCheck({
  id: 'redundant-numeric-values',
  severity: 'suggestion',
  title: 'several values of which only one matters',
  why: 'the condition holds if any value fits, so only the widest limit counts',
  help: 'keep the greatest value for less-than, the least for greater-than',
  references: [UG('reference_policies_elements_condition_operators'), VALIDATOR],
  aws: ['REDUNDANT_CONDITION_VALUE_NUM'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/NumericLessThan/aws:MultiFactorAuthAge',
    allow({ Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': ['2700', '3600'] } } }),
  ),
  good: example('identity', allow({ Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      const { use, entry } = condition;
      if (use?.operator.valueType !== 'number' || use.operator.relation === 'equals' || entry.values.length < 2)
        continue;
      report({ message: 'only one of the values matters', at: atCondition(view, condition) });
    }
  }),
});
