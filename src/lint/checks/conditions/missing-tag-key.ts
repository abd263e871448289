/** Tag conditions without a tag. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const missingTagKey = defineCheck({
  id: 'missing-tag-key',
  severity: 'error',
  title: 'a condition on a tag that does not say which tag',
  why: 'no request has such a key: the condition never holds, or always',
  help: 'write the name of the tag after the slash: `aws:ResourceTag/team`',
  references: [UG('access_tags'), VALIDATOR],
  aws: ['MISSING_TAG_KEY_IN_CONDITION'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/StringEquals/aws:ResourceTag',
    allow({ Condition: { StringEquals: { 'aws:ResourceTag': 'team' } } }),
  ),
  good: example('identity', allow({ Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      const { lower, text } = condition.key;
      if (!/(?:^aws:(?:resource|request|principal)tag|^[a-z0-9-]+:(?:resource|request)tag)\/?$/.test(lower)) continue;
      if (condition.key.known) continue;
      report({ message: `\`${text}\` does not name a tag`, at: atCondition(view, condition) });
    }
  }),
});
