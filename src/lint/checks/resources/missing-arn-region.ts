/** ARNs without the region that they need. */
import { TRAIT } from '../../action-traits.ts';
import { typesOfArn } from '../../arn-types.ts';
import { badExample, defineCheck, eachWithArns, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atResource } from '../../places.ts';
import { SERVICE_REFERENCE, VALIDATOR } from '../../references.ts';

export const missingArnRegion = defineCheck({
  id: 'missing-arn-region',
  severity: 'error',
  title: 'an ARN without a region, of a resource whose ARN has one',
  why: 'the field is never empty in the ARNs of such resources, so this one matches nothing',
  help: 'write the region, or `*` for all',
  references: [SERVICE_REFERENCE, VALIDATOR],
  aws: ['MISSING_ARN_REGION'],
  bad: badExample(
    'identity',
    '/Statement/0/Resource',
    allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs::111122223333:jobs' }),
  ),
  good: example('identity', allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:*:111122223333:jobs' })),
  needs: TRAIT.arns,
  run: eachWithArns((view, report, { know }) => {
    for (const [index, facts] of view.resources.entries()) {
      if (facts.arn?.region !== '') continue;
      const types = typesOfArn(facts, view, know);
      if (!types || types.fitting.length === 0 || types.fitting.some(({ region }) => region === '' || region === '*'))
        continue;
      report({
        message: `\`${facts.text}\` has no region, and ARNs of this resource have one`,
        at: atResource(view, index),
      });
    }
  }),
});
