/** The rules that decide without a policy, in a sentence each. */

/** By the rule's number in docs/semantics.md. */
export const SERVICE_RULES: Readonly<Record<string, string>> = {
  E43: 'STS takes no calls that are not signed',
  F6: 'sts:AssumeRoleWithSAML is called with a token of a SAML provider, and such a caller calls nothing else',
  F7: 'sts:AssumeRoleWithWebIdentity is called with a token of an OIDC provider, and such a caller calls nothing else',
  F13: 'root user credentials cannot call sts:AssumeRole, whatever policies say',
  F20: 'a federated user session (GetFederationToken) cannot call IAM, nor STS beyond GetCallerIdentity',
  F30: 'credentials from GetSessionToken cannot call IAM without MFA, nor STS beyond AssumeRole and GetCallerIdentity; GetSessionToken itself needs no permission',
  F31: 'sts:GetCallerIdentity needs no permission, and no policy can deny it',
  F40: 'root user credentials cannot call sts:AssumeRoot',
  F51: 'a role can only be passed within its own account',
  E53: 'no access crosses the border between AWS partitions',
};
