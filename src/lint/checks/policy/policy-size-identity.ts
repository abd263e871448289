/** Identity-based policies that are too long. */
import { QUOTAS } from '../../../catalog/index.ts';
import { badExample, defineCheck, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atDocument } from '../../places.ts';
import { sizeWithoutSpace } from '../../policy-size.ts';
import { UG, VALIDATOR } from '../../references.ts';

const LONG = Array.from({ length: 200 }, (_, index) => `arn:aws:s3:::reports-of-the-year-${1900 + index}/*`);

export const policySizeIdentity = defineCheck({
  id: 'policy-size-identity',
  severity: 'warning',
  types: ['identity', 'boundary', 'session'],
  title: 'a policy that is longer than IAM takes',
  why: 'IAM refuses to store it',
  help: 'split it, or use wildcards',
  references: [UG('reference_iam-quotas'), VALIDATOR],
  aws: ['POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA'],
  bad: badExample('identity', '', allow({ Resource: LONG })),
  good: example('identity', allow()),
  options: {
    attachment: {
      default: 'managed',
      what: 'what it is stored as: managed, user, group, role (the last three are inline)',
    },
  },
  run: (subject, report) => {
    const given = String(subject.option('policy-size-identity', 'attachment'));
    const limit =
      subject.type === 'session' ? QUOTAS.sessionPolicySize.limit : (LIMITS[given] ?? QUOTAS.managedPolicySize.limit);
    const size = sizeWithoutSpace(subject, limit);
    if (size > limit)
      report({
        message: `the policy has ${size} characters without white space; ${limit} are allowed`,
        at: atDocument(subject),
      });
  },
});

const LIMITS: Readonly<Record<string, number>> = {
  managed: QUOTAS.managedPolicySize.limit,
  user: QUOTAS.userInlineSize.limit,
  group: QUOTAS.groupInlineSize.limit,
  role: QUOTAS.roleInlineSize.limit,
};
