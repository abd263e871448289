/** AWS's limits on the size and number of policies, as dated data; never part of a decision. */

/** What is counted: characters without white space (IAM), characters or bytes as stored, or policies attached. */
export type QuotaUnit = 'characters-without-space' | 'characters' | 'bytes' | 'policies';

/** One limit. */
export interface Quota {
  readonly limit: number;
  /** What AWS raises it to on request; without it the limit is fixed. */
  readonly maximum?: number;
  readonly unit: QuotaUnit;
  /** Where AWS states it: a page of the guide of that name. */
  readonly source: string;
  /** Day on which the source was read. */
  readonly date: string;
}

const IAM = 'IAM User Guide, reference_iam-quotas';
const STS = 'STS API Reference, AssumeRole';
const ORGANIZATIONS = 'Organizations User Guide, orgs_reference_limits';

function row(unit: QuotaUnit, limit: number, source: string, maximum?: number): Quota {
  return { limit, ...(maximum !== undefined && { maximum }), unit, source, date: '2026-09-26' };
}

/** The limits by what they limit. Inline sizes are sums over all inline policies of the user, group or role. */
export const QUOTAS = {
  managedPolicySize: row('characters-without-space', 6144, IAM),
  userInlineSize: row('characters-without-space', 2048, IAM),
  groupInlineSize: row('characters-without-space', 5120, IAM),
  roleInlineSize: row('characters-without-space', 10240, IAM),
  trustPolicySize: row('characters-without-space', 2048, IAM, 8192),
  managedPoliciesPerUser: row('policies', 10, IAM, 20),
  managedPoliciesPerGroup: row('policies', 10, IAM),
  managedPoliciesPerRole: row('policies', 10, IAM, 25),
  // AWS: inline and managed session policies together; a packed binary limit on top of it is not known.
  sessionPolicySize: row('characters', 2048, STS),
  sessionManagedPolicies: row('policies', 10, STS),
  // AWS: 5,120 and 5 until 2026-05-15; older pages still say so (I4).
  scpSize: row('characters', 10240, ORGANIZATIONS),
  scpsPerNode: row('policies', 10, ORGANIZATIONS),
  rcpSize: row('characters', 5120, ORGANIZATIONS),
  rcpsPerNode: row('policies', 5, ORGANIZATIONS),
  vpcEndpointPolicySize: row('characters', 20480, 'AWS PrivateLink Guide, vpc-endpoints-access'),
  s3BucketPolicySize: row('bytes', 20480, 'S3 User Guide, bucket-policies'),
  kmsKeyPolicySize: row('bytes', 32768, 'KMS Developer Guide, resource-limits'),
} as const satisfies Readonly<Record<string, Quota>>;

/** The name of a limit. */
export type QuotaName = keyof typeof QUOTAS;
