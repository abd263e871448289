/** What is live in an account, as AWS tells it; documents are JSON texts, decoded. */

/** sts:GetCallerIdentity. */
export interface CallerIdentity {
  /** Twelve digits. */
  readonly account: string;
  readonly arn: string;
  readonly userId: string;
  /** `aws`, `aws-cn`, `aws-us-gov`: from the ARN. */
  readonly partition: string;
}

/** `PoliciesQuota`, `VersionsPerPolicyQuota`, `AttachedPoliciesPerUserQuota`, `Policies` and so on, by AWS's own names. */
export type AccountSummary = Readonly<Record<string, number>>;

export type IdentityKind = 'user' | 'group' | 'role';

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** A customer managed policy without its documents. */
export interface LivePolicy {
  readonly arn: string;
  readonly name: string;
  /** `ANPA...`. */
  readonly id: string;
  readonly path: string;
  readonly description?: string;
  /** `v3`. */
  readonly defaultVersionId: string;
  readonly attachmentCount: number;
  readonly boundaryUsageCount: number;
  readonly tags: readonly Tag[];
}

export interface LiveVersion {
  /** `v3`. */
  readonly id: string;
  readonly isDefault: boolean;
  /** ISO 8601, UTC. */
  readonly created?: string;
}

export interface PolicyHolder {
  readonly kind: IdentityKind;
  readonly name: string;
  readonly usage: 'policy' | 'boundary';
}

export interface LiveIdentity {
  readonly kind: IdentityKind;
  readonly name: string;
  readonly arn: string;
  /** `AIDA...`, `AGPA...`, `AROA...`. */
  readonly id: string;
  readonly path: string;
  /** Of users and roles: the ARN of the policy. */
  readonly boundary?: string;
  /** Of roles: the trust policy. */
  readonly trust?: string;
  readonly description?: string;
  /** Of roles, in seconds. */
  readonly maxSessionDuration?: number;
  /** Of users and roles; groups have none. */
  readonly tags: readonly Tag[];
}

export interface AttachedPolicy {
  readonly arn: string;
  readonly name: string;
}
