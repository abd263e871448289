/** Accounts of ARNs that are none. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachWithArns, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atResource } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const invalidArnAccount = defineCheck({
  id: 'invalid-arn-account',
  severity: 'error',
  title: 'an ARN whose account is no account id',
  why: 'no resource has such an ARN, so the statement never is about it',
  help: 'write the twelve digits of the account, or `*`',
  references: [UG('reference-arns'), VALIDATOR],
  aws: ['INVALID_ARN_ACCOUNT'],
  bad: badExample(
    'identity',
    '/Statement/0/Resource',
    allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:1234:jobs' }),
  ),
  good: example('identity', allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs' })),
  needs: TRAIT.arns,
  run: eachWithArns((view, report) => {
    for (const [index, { arn }] of view.resources.entries()) {
      if (!arn || isAccount(arn.account)) continue;
      report({ message: `\`${arn.account}\` is no account id`, at: atResource(view, index) });
    }
  }),
});

/** AWS: some resources belong to AWS itself, whose account is a word (`aws`, `cloudfront`). */
function isAccount(text: string): boolean {
  return text === '' || /^(?:\d{12}|[a-z-]+)$/.test(text) || /[*?$]/.test(text);
}
