/** Keys that say nothing in a policy of this type. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const irrelevantKeyInPolicy = defineCheck({
  id: 'irrelevant-key-in-policy',
  severity: 'suggestion',
  types: ['resource', 'trust'],
  title: 'a condition key that says nothing in a policy of this type',
  why: 'the policy is attached to the resource, so its account and organization are always the same',
  help: 'remove the condition; the key is for policies of callers',
  references: [UG('reference_policies_condition-keys'), VALIDATOR],
  aws: ['IRRELEVANT_CONDITION_KEY_IN_POLICY'],
  bad: badExample(
    'resource',
    '/Statement/0/Condition/StringEquals/aws:ResourceAccount',
    allow({
      Principal: { AWS: '111122223333' },
      Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } },
    }),
  ),
  good: example('resource', allow({ Principal: { AWS: '111122223333' } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      if (!/^aws:resource(?:account|orgid|orgpaths)$/.test(condition.key.lower)) continue;
      report({
        message: `\`${condition.key.text}\` is the same for every request to the resource`,
        at: atCondition(view, condition),
      });
    }
  }),
});
