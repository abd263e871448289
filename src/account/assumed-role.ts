/** A role taken on for real; its credentials stay with the host. */
export interface RoleToAssume {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly externalId?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly sourceIdentity?: string;
}

export interface AssumedRole {
  /** Of the session, as sts:GetCallerIdentity tells it: `arn:aws:sts::111122223333:assumed-role/dev/iamproof`. */
  readonly arn: string;
  /** ISO 8601, UTC. */
  readonly expires?: string;
}
