/** Regions in ARNs that have none. */
import { TRAIT } from '../../action-traits.ts';
import { typesOfArn } from '../../arn-types.ts';
import { badExample, defineCheck, eachWithArns, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atResource } from '../../places.ts';
import { SERVICE_REFERENCE, VALIDATOR } from '../../references.ts';

export const arnRegionNotAllowed = defineCheck({
  id: 'arn-region-not-allowed',
  severity: 'error',
  title: 'an ARN with a region, of a resource whose ARN has none',
  why: 'the field is empty in the ARNs of such resources, so this one matches nothing',
  help: 'leave the region empty',
  references: [SERVICE_REFERENCE, VALIDATOR],
  aws: ['ARN_REGION_NOT_ALLOWED'],
  bad: badExample(
    'identity',
    '/Statement/0/Resource',
    allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam:us-east-1:111122223333:role/app' }),
  ),
  good: example('identity', allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam::111122223333:role/app' })),
  needs: TRAIT.arns,
  run: eachWithArns((view, report, { know }) => {
    for (const [index, facts] of view.resources.entries()) {
      if (!facts.arn || facts.arn.region === '' || /[*?$]/.test(facts.arn.region)) continue;
      const types = typesOfArn(facts, view, know);
      if (!types || types.fitting.length === 0 || types.fitting.some(({ region }) => region !== '')) continue;
      report({
        message: `\`${facts.text}\` has a region, and ARNs of this resource have none`,
        at: atResource(view, index),
      });
    }
  }),
});
