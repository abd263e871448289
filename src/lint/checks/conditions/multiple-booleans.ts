/** Bool with several values. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { deny } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const multipleBooleans = defineCheck({
  id: 'multiple-booleans',
  severity: 'error',
  title: 'Bool with several values',
  why: "a key is either true or false: a list of both says nothing, and AWS's validator refuses it",
  help: 'write one value',
  references: [UG('reference_policies_elements_condition_operators'), VALIDATOR],
  aws: ['INVALID_CONDITION_MULTIPLE_BOOLEAN'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/Bool/aws:SecureTransport',
    deny({ Condition: { Bool: { 'aws:SecureTransport': ['true', 'false'] } } }),
  ),
  good: example('identity', deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      if (condition.use?.operator.valueType !== 'boolean' || condition.entry.values.length < 2) continue;
      report({
        message: `\`${condition.key.text}\` is compared with several booleans`,
        at: atCondition(view, condition),
      });
    }
  }),
});
