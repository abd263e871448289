/** Resource-based policies that are too long. */
import { QUOTAS } from '../../../catalog/index.ts';
import { badExample, defineCheck, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atDocument } from '../../places.ts';
import { compactSize } from '../../policy-size.ts';
import { VALIDATOR } from '../../references.ts';

const LONG = Array.from({ length: 600 }, (_, index) => `arn:aws:s3:::reports-of-the-year-${1900 + index}/*`);

export const policySizeResource = defineCheck({
  id: 'policy-size-resource',
  severity: 'warning',
  types: ['resource', 'vpce'],
  title: 'a policy that is longer than the service takes',
  why: 'the service refuses to store it',
  help: 'split it, or use wildcards',
  references: [VALIDATOR],
  aws: ['POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA'],
  bad: badExample('resource', '', allow({ Principal: { AWS: '111122223333' }, Resource: LONG })),
  good: example('resource', allow({ Principal: { AWS: '111122223333' } })),
  run: (subject, report) => {
    // AWS: key policies may be longer than those of buckets and endpoints.
    const isKey = subject.statements.every(({ actions }) => actions.every(({ service }) => service === 'kms'));
    const { limit } = isKey ? QUOTAS.kmsKeyPolicySize : QUOTAS.s3BucketPolicySize;
    const size = compactSize(subject, limit);
    if (size > limit)
      report({ message: `the policy has ${size} characters; ${limit} are allowed`, at: atDocument(subject) });
  },
});
