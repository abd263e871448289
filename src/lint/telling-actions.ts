/** Actions that a finding of their own speaks of, so that no second one complains of the same star. */

/** They read secrets and data, or open things to others. */
export const SENSITIVE: readonly string[] = [
  'secretsmanager:GetSecretValue',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  's3:GetObject',
  's3:PutBucketPolicy',
  's3:PutBucketAcl',
  'dynamodb:GetItem',
  'dynamodb:Scan',
  'dynamodb:Query',
  'kms:Decrypt',
  'kms:CreateGrant',
  'rds:ModifyDBSnapshotAttribute',
  'ec2:ModifySnapshotAttribute',
  'ec2:ModifyImageAttribute',
  'lambda:AddPermission',
  'ssm:SendCommand',
  'ssm:StartSession',
];

/** Their answer holds credentials. */
export const EXPOSING: ReadonlySet<string> = new Set([
  'chime:CreateApiKey',
  'codepipeline:PollForJobs',
  'cognito-identity:GetOpenIdToken',
  'cognito-identity:GetOpenIdTokenForDeveloperIdentity',
  'connect:GetFederationToken',
  'ec2:GetPasswordData',
  'gamelift:GetComputeAuthToken',
  'gamelift:GetInstanceAccess',
  'gamelift:RequestUploadCredentials',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'iam:UpdateAccessKey',
  'lightsail:DownloadDefaultKeyPair',
  'lightsail:GetBucketAccessKeys',
  'lightsail:GetInstanceAccessDetails',
  'lightsail:GetRelationalDatabaseMasterUserPassword',
  'redshift:GetClusterCredentials',
  'redshift:GetClusterCredentialsWithIAM',
  'redshift-serverless:GetCredentials',
  'sso:GetRoleCredentials',
  'sts:AssumeRole',
  'sts:GetFederationToken',
]);

/** They rewrite the policy of a resource. */
export const REWRITING: ReadonlySet<string> = new Set([
  's3:PutBucketPolicy',
  's3:PutBucketAcl',
  'kms:PutKeyPolicy',
  'sqs:SetQueueAttributes',
  'secretsmanager:PutResourcePolicy',
]);

/** Roles are told by passrole-broad and create-slr-broad. */
const TOLD: ReadonlySet<string> = new Set([...SENSITIVE, ...EXPOSING, 'iam:PassRole', 'iam:CreateServiceLinkedRole']);

export function isTold({ id, level }: { readonly id: string; readonly level: string }): boolean {
  return level === 'Permissions management' || TOLD.has(id);
}
