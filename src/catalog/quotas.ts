/** AWS's limits on the size and number of policies (semantics A, Sizes), as dated data; never part of a decision. */

/** What is counted: characters without white space (IAM), characters or bytes as stored, or policies attached. */
export type QuotaUnit = 'characters-without-space' | 'characters' | 'bytes' | 'policies';

/** One limit. */
export interface Quota {
  readonly limit: number;
  /** What AWS raises it to on request; without it the limit is fixed. */
  readonly maximum?: number;
  readonly unit: QuotaUnit;
  /** The guide, and the page, that states it. */
  readonly source: string;
  /** The value, or its maximum, is known from others who quote AWS, not from AWS's page itself. */
  readonly secondHand?: true;
  /** Day on which the row was written. */
  readonly date: string;
}

const DATE = '2026-11-23';
const IAM = { source: 'IAM User Guide, reference_iam-quotas', date: DATE };
const STS = { source: 'STS API Reference, AssumeRole', date: DATE };
const ORGANIZATIONS = { source: 'Organizations User Guide, orgs_reference_limits', date: DATE };
const VPC = { source: 'VPC guide, vpc-endpoints-access', date: DATE };
const S3 = { source: 'S3 User Guide', secondHand: true, date: DATE } as const;
const KMS = { source: 'KMS Developer Guide', secondHand: true, date: DATE } as const;

/** The limits by what they limit. Inline sizes are sums over all inline policies of the user, group or role. */
export const QUOTAS = {
  managedPolicySize: { limit: 6144, unit: 'characters-without-space', ...IAM },
  userInlineSize: { limit: 2048, unit: 'characters-without-space', ...IAM },
  groupInlineSize: { limit: 5120, unit: 'characters-without-space', ...IAM },
  roleInlineSize: { limit: 10240, unit: 'characters-without-space', ...IAM },
  // AWS: the maximum was 4,096 in 2023.
  trustPolicySize: { limit: 2048, maximum: 8192, unit: 'characters-without-space', secondHand: true, ...IAM },
  managedPoliciesPerUser: { limit: 10, maximum: 20, unit: 'policies', ...IAM },
  managedPoliciesPerGroup: { limit: 10, unit: 'policies', ...IAM },
  managedPoliciesPerRole: { limit: 10, maximum: 25, unit: 'policies', secondHand: true, ...IAM },
  // AWS: inline and managed session policies together; the packed binary limit on top of it is not published.
  sessionPolicySize: { limit: 2048, unit: 'characters', ...STS },
  sessionManagedPolicies: { limit: 10, unit: 'policies', ...STS },
  // AWS: 5,120 and 5 until 2026-05-15; older pages still say so (I4).
  scpSize: { limit: 10240, unit: 'characters', secondHand: true, ...ORGANIZATIONS },
  scpsPerNode: { limit: 10, unit: 'policies', secondHand: true, ...ORGANIZATIONS },
  rcpSize: { limit: 5120, unit: 'characters', ...ORGANIZATIONS },
  rcpsPerNode: { limit: 5, unit: 'policies', ...ORGANIZATIONS },
  vpcEndpointPolicySize: { limit: 20480, unit: 'characters', ...VPC },
  s3BucketPolicySize: { limit: 20480, unit: 'bytes', ...S3 },
  kmsKeyPolicySize: { limit: 32768, unit: 'bytes', ...KMS },
} as const satisfies Readonly<Record<string, Quota>>;

/** The name of a limit. */
export type QuotaName = keyof typeof QUOTAS;
