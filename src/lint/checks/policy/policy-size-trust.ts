/** Trust policies that are too long. */
import { QUOTAS } from '../../../catalog/index.ts';
import { badExample, defineCheck, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atDocument } from '../../places.ts';
import { sizeWithoutSpace } from '../../policy-size.ts';
import { UG, VALIDATOR } from '../../references.ts';

const LONG = Array.from({ length: 60 }, (_, index) => `arn:aws:iam::111122223333:role/reader-${index}`);

export const policySizeTrust = defineCheck({
  id: 'policy-size-trust',
  severity: 'warning',
  types: ['trust'],
  title: 'a trust policy that is longer than IAM takes by default',
  why: 'IAM refuses it, unless the quota was raised',
  help: 'name accounts instead of roles, or have the quota raised',
  references: [UG('reference_iam-quotas'), VALIDATOR],
  aws: ['POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA'],
  bad: badExample('trust', '', trust({ AWS: LONG })),
  good: example('trust', trust({ AWS: 'arn:aws:iam::111122223333:role/app' })),
  run: (subject, report) => {
    const { limit } = QUOTAS.trustPolicySize;
    const size = sizeWithoutSpace(subject, limit);
    if (size > limit)
      report({
        message: `the policy has ${size} characters without white space; ${limit} are allowed by default`,
        at: atDocument(subject),
      });
  },
});
