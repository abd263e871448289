/** Null with a set operator. */

import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { operatorFix } from '../../fix/operator-fix.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const nullWithQualifier = defineCheck({
  id: 'null-with-qualifier',
  severity: 'suggestion',
  title: 'Null with ForAllValues or ForAnyValue',
  why: 'Null asks whether the key is there; with a set operator the answer is always the same',
  help: 'write `Null` alone',
  references: [UG('reference_policies_elements_condition_operators'), VALIDATOR],
  aws: ['NULL_WITH_QUALIFIER'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/ForAllValues:Null/aws:TagKeys',
    allow({ Condition: { 'ForAllValues:Null': { 'aws:TagKeys': 'true' } } }),
  ),
  good: example('identity', allow({ Condition: { Null: { 'aws:TagKeys': 'false' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      if (condition.use?.operator.relation !== 'isAbsent' || !condition.use.qualifier) continue;
      report({
        message: `\`${condition.entry.operator}\` always gives the same answer`,
        at: atCondition(view, condition),
        fix: operatorFix(view, condition, 'Null', 'the condition then holds or not by whether the key is there'),
      });
    }
  }),
});
