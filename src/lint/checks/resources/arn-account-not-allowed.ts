/** Accounts in ARNs that have none. */
import { TRAIT } from '../../action-traits.ts';
import { typesOfArn } from '../../arn-types.ts';
import { badExample, defineCheck, eachWithArns, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atResource } from '../../places.ts';
import { SERVICE_REFERENCE, VALIDATOR } from '../../references.ts';

export const arnAccountNotAllowed = defineCheck({
  id: 'arn-account-not-allowed',
  severity: 'error',
  title: 'an ARN with an account, of a resource whose ARN has none',
  why: 'the field is empty in the ARNs of such resources, so this one matches nothing',
  help: 'leave the account empty',
  references: [SERVICE_REFERENCE, VALIDATOR],
  aws: ['ARN_ACCOUNT_NOT_ALLOWED'],
  bad: badExample(
    'identity',
    '/Statement/0/Resource',
    allow({ Action: 's3:ListBucket', Resource: 'arn:aws:s3::111122223333:reports' }),
  ),
  good: example('identity', allow({ Action: 's3:ListBucket', Resource: 'arn:aws:s3:::reports' })),
  needs: TRAIT.arns,
  run: eachWithArns((view, report, { know }) => {
    for (const [index, facts] of view.resources.entries()) {
      if (!facts.arn || !/^\d{12}$/.test(facts.arn.account)) continue;
      const types = typesOfArn(facts, view, know);
      if (!types || types.fitting.length === 0 || types.fitting.some(({ account }) => account !== '')) continue;
      report({
        message: `\`${facts.text}\` has an account, and ARNs of this resource have none`,
        at: atResource(view, index),
      });
    }
  }),
});
