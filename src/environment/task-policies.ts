/** The AWS managed policies that AssumeRoot takes (F40). */

export const TASK_POLICY_PREFIX = 'arn:aws:iam::aws:policy/root-task/';

export const TASK_POLICIES = [
  'IAMAuditRootUserCredentials',
  'IAMCreateRootUserPassword',
  'IAMDeleteRootUserCredentials',
  'S3UnlockBucketPolicy',
  'SQSUnlockQueuePolicy',
] as const;
