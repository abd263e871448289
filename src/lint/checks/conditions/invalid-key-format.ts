/** Condition keys without a prefix. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const invalidKeyFormat = defineCheck({
  id: 'invalid-key-format',
  severity: 'error',
  title: 'a condition key that is not of the form prefix:name',
  why: 'no request has such a key: the condition never holds, or always',
  help: 'write `aws:` or the prefix of the service before the name',
  references: [UG('reference_policies_elements_condition'), VALIDATOR],
  aws: ['INVALID_CONDITION_KEY_FORMAT'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/StringEquals/username',
    allow({ Condition: { StringEquals: { username: 'alice' } } }),
  ),
  good: example('identity', allow({ Condition: { StringEquals: { 'aws:username': 'alice' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      const { prefix, text, lower } = condition.key;
      if (prefix !== '' && lower.length > prefix.length + 1 && !/\s/.test(text)) continue;
      report({ message: `\`${text}\` is not of the form prefix:name`, at: atCondition(view, condition) });
    }
  }),
});
