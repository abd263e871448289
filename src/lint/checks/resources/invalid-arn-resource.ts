/** ARNs that fit no resource type of their service. */
import { TRAIT } from '../../action-traits.ts';
import { typesOfArn } from '../../arn-types.ts';
import { badExample, defineCheck, eachWithArns, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atResource } from '../../places.ts';
import { SERVICE_REFERENCE, VALIDATOR } from '../../references.ts';

export const invalidArnResource = defineCheck({
  id: 'invalid-arn-resource',
  severity: 'error',
  title: 'an ARN that fits no resource of its service',
  why: 'no resource has such an ARN, so the statement never is about it',
  help: 'write the ARN as the Service Authorization Reference has it for the resource type',
  references: [SERVICE_REFERENCE, VALIDATOR],
  aws: ['INVALID_ARN_RESOURCE'],
  bad: badExample(
    'identity',
    '/Statement/0/Resource',
    allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam::111122223333:rol/app' }),
  ),
  good: example('identity', allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam::111122223333:role/app' })),
  needs: TRAIT.arns,
  run: eachWithArns((view, report, { know }) => {
    for (const [index, facts] of view.resources.entries()) {
      const types = typesOfArn(facts, view, know);
      if (!types?.published || types.fitting.length > 0) continue;
      const near = types.meant();
      report({
        message: `no resource of \`${types.arn.service}\` is written \`${types.arn.resource}\``,
        at: atResource(view, index),
        help: near && `did you mean \`${near}\`?`,
        // The published templates have gaps: only what looks like a slip of the pen is sure to be wrong.
        ...(near ? {} : { severity: 'warning' }),
      });
    }
  }),
});
