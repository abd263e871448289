/** An Allow by tag of actions that do not know tags. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { reportWithoutTags } from '../../tag-conditions.ts';

export const tagKeyUnsupportedAllow = defineCheck({
  id: 'tag-key-unsupported-allow',
  severity: 'suggestion',
  title: 'an Allow by tag, of actions that never carry the tag',
  why: 'requests for these actions have no such key, so the statement does not give them',
  help: 'move them to a statement that limits them by resource',
  references: [UG('access_tags'), VALIDATOR],
  aws: [
    'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
    'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  ],
  bad: badExample(
    'identity',
    '/Statement/0/Action/1',
    allow({
      Action: ['ec2:StartInstances', 'sts:DecodeAuthorizationMessage'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } },
    }),
  ),
  good: example(
    'identity',
    allow({
      Action: 'ec2:StartInstances',
      Resource: '*',
      Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } },
    }),
  ),
  needs: TRAIT.conditions,
  run: eachConditional((view, report, { know }) => {
    if (view.allows) reportWithoutTags(view, report, know, 'is not given');
  }),
});
