/** Partitions of ARNs that do not exist. */
import { PARTITIONS } from '../../../catalog/index.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachWithArns, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atResource } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const invalidPartition = defineCheck({
  id: 'invalid-partition',
  severity: 'error',
  title: 'an ARN of a partition that does not exist',
  why: 'no resource has such an ARN, so the statement never is about it',
  help: 'write `aws`, `aws-cn` or `aws-us-gov`',
  references: [UG('reference-arns'), VALIDATOR],
  aws: ['INVALID_PARTITION'],
  bad: badExample('identity', '/Statement/0/Resource', allow({ Resource: 'arn:amazon:s3:::reports/*' })),
  good: example('identity', allow()),
  needs: TRAIT.arns,
  run: eachWithArns((view, report) => {
    for (const [index, { arn }] of view.resources.entries()) {
      if (!arn || PARTITIONS.includes(arn.partition) || /[*?$]/.test(arn.partition)) continue;
      report({ message: `there is no partition \`${arn.partition}\``, at: atResource(view, index) });
    }
  }),
});
