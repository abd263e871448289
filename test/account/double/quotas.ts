/** The quotas of an account, by the names of GetAccountSummary where it has one. */

export const DEFAULT_QUOTAS = {
  VersionsPerPolicyQuota: 5,
  PolicySizeQuota: 6144,
  AssumeRolePolicySizeQuota: 2048,
  UserPolicySizeQuota: 2048,
  GroupPolicySizeQuota: 5120,
  RolePolicySizeQuota: 10240,
  AttachedPoliciesPerUserQuota: 10,
  AttachedPoliciesPerGroupQuota: 10,
  AttachedPoliciesPerRoleQuota: 10,
  GroupsPerUserQuota: 10,
  UsersQuota: 5000,
  GroupsQuota: 300,
  RolesQuota: 1000,
  PoliciesQuota: 1500,
  tags: 50,
};

export type Quotas = typeof DEFAULT_QUOTAS;
