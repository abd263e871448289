/** Regions of ARNs that do not exist. */
import { isRegion, looksLikeRegion, nearestRegion } from '../../../catalog/index.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachWithArns, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atResource } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const invalidArnRegion = defineCheck({
  id: 'invalid-arn-region',
  severity: 'error',
  title: 'an ARN with a region that does not exist',
  why: 'no resource has such an ARN, so the statement never is about it',
  help: 'write a region such as `eu-west-1`, or `*`',
  references: [UG('reference-arns'), VALIDATOR],
  aws: ['INVALID_ARN_REGION'],
  bad: badExample(
    'identity',
    '/Statement/0/Resource',
    allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-wset-1:111122223333:jobs' }),
  ),
  good: example('identity', allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs' })),
  needs: TRAIT.arns,
  run: eachWithArns((view, report) => {
    for (const [index, { arn }] of view.resources.entries()) {
      if (!arn || arn.region === '' || isRegion(arn.region) || /[*?$]/.test(arn.region)) continue;
      const near = nearestRegion(arn.region);
      report({
        message: `there is no region \`${arn.region}\``,
        at: atResource(view, index),
        help: near && `did you mean \`${near}\`?`,
        // A region that has opened since looks right.
        ...(looksLikeRegion(arn.region) ? { severity: 'warning' } : {}),
      });
    }
  }),
});
