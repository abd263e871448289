/** Policies of Organizations that are too long. */
import { QUOTAS } from '../../../catalog/index.ts';
import { badExample, defineCheck, example } from '../../check.ts';
import { deny } from '../../examples.ts';
import { atDocument } from '../../places.ts';
import { compactSize } from '../../policy-size.ts';
import { ORGANIZATIONS, VALIDATOR } from '../../references.ts';

const LONG = Array.from({ length: 300 }, (_, index) => `arn:aws:s3:::reports-of-the-year-${1900 + index}/*`);

export const policySizeScp = defineCheck({
  id: 'policy-size-scp',
  severity: 'error',
  types: ['scp', 'rcp'],
  title: 'a policy that is longer than Organizations takes',
  why: 'Organizations refuses to store it',
  help: 'split it, or leave out white space',
  references: [ORGANIZATIONS('orgs_reference_limits'), VALIDATOR],
  aws: ['POLICY_SIZE_EXCEEDS_SCP_QUOTA', 'POLICY_SIZE_EXCEEDS_RCP_QUOTA'],
  bad: badExample('scp', '', deny({ Resource: LONG })),
  good: example('scp', deny()),
  run: (subject, report) => {
    const { limit } = subject.type === 'scp' ? QUOTAS.scpSize : QUOTAS.rcpSize;
    // The console leaves out white space before it saves; the API does not.
    const size = compactSize(subject, limit);
    if (size > limit)
      report({ message: `the policy has ${size} characters; ${limit} are allowed`, at: atDocument(subject) });
  },
});
