/** The rules that decide without a policy, in a sentence each. */

/** By the rule's number in docs/semantics.md. */
export const SERVICE_RULES: Readonly<Record<string, string>> = {
  F13: 'root user credentials cannot call sts:AssumeRole, whatever policies say',
  F20: 'a federated user session (GetFederationToken) cannot call IAM, nor STS beyond GetCallerIdentity',
  F30: 'credentials from GetSessionToken cannot call IAM without MFA, nor STS beyond AssumeRole and GetCallerIdentity; GetSessionToken itself needs no permission',
  F31: 'sts:GetCallerIdentity needs no permission, and no policy can deny it',
  F51: 'a role can only be passed within its own account',
  E53: 'no access crosses the border between AWS partitions',
};
