/** A right that was withheld, beside the right to rewrite the policy that withholds it. */
import { TRAIT } from '../../action-traits.ts';
import { isUnconditional } from '../../breadth.ts';
import { badExample, defineCheck, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atAction } from '../../places.ts';
import { UG } from '../../references.ts';
import { type StatementView, someAction, speaksOf } from '../../statement-view.ts';

export const resourcePolicyEscalation = defineCheck({
  id: 'resource-policy-escalation',
  severity: 'warning',
  types: ['identity'],
  title: "the right to rewrite a resource's policy, without the right to delete what is in it",
  why: 'who can rewrite the policy of a bucket can give himself what was left out here',
  help: 'leave out the right to rewrite the policy, or accept that the other right comes with it',
  references: [UG('access_policies_identity-vs-resource')],
  bad: badExample(
    'identity',
    '/Statement/0/Action/1',
    allow({
      Action: ['s3:PutObject', 's3:PutBucketPolicy'],
      Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'],
    }),
  ),
  good: example('identity', allow({ Action: ['s3:GetObject', 's3:PutObject'] })),
  needs: TRAIT.rewrites,
  run: ({ statements }, report) => {
    if (!statements.some((view) => someAction(view, TRAIT.rewrites))) return;
    for (const { rewrites, withheld } of PAIRS) {
      const holder = statements.find((view) => isPlainAllow(view) && view.actions.some((one) => one.text === rewrites));
      if (!holder || statements.some((view) => view.allows && speaksOf(view, withheld))) continue;
      const index = holder.actions.findIndex((one) => one.text === rewrites);
      report({ message: `\`${rewrites}\` is allowed and \`${withheld}\` is not`, at: atAction(holder, index) });
    }
  },
});

const PAIRS = [
  { rewrites: 's3:PutBucketPolicy', withheld: 's3:DeleteObject' },
  { rewrites: 's3:PutBucketAcl', withheld: 's3:DeleteObject' },
  { rewrites: 'kms:PutKeyPolicy', withheld: 'kms:ScheduleKeyDeletion' },
  { rewrites: 'sqs:SetQueueAttributes', withheld: 'sqs:DeleteQueue' },
  { rewrites: 'secretsmanager:PutResourcePolicy', withheld: 'secretsmanager:DeleteSecret' },
];

function isPlainAllow(view: StatementView): boolean {
  return isUnconditional(view) && !view.notAction;
}
