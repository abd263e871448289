/** A Deny by tag of actions that do not know tags. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { deny } from '../../examples.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { reportWithoutTags } from '../../tag-conditions.ts';

export const tagKeyUnsupportedDeny = defineCheck({
  id: 'tag-key-unsupported-deny',
  severity: 'security',
  title: 'a Deny by tag, of actions that never carry the tag',
  why: 'requests for these actions have no such key, so the statement does not stop them',
  help: 'move them to a statement that names the resources',
  references: [UG('access_tags'), VALIDATOR],
  aws: [
    'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
    'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  ],
  bad: badExample(
    'identity',
    '/Statement/0/Action/1',
    deny({
      Action: ['ec2:StartInstances', 'sts:DecodeAuthorizationMessage'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } },
    }),
  ),
  good: example(
    'identity',
    deny({ Action: 'ec2:StartInstances', Resource: '*', Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } } }),
  ),
  needs: TRAIT.conditions,
  run: eachConditional((view, report, { know }) => {
    if (!view.allows) reportWithoutTags(view, report, know, 'is not stopped');
  }),
});
