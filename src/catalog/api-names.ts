/** API calls that people write where IAM wants an action of another name. */

/** Call -> action. Both sides were held against the action list of 2026-09-26: no call is an action there, every action is. */
export const ACTION_OF_API_CALL: ReadonlyMap<string, string> = new Map([
  ['lambda:Invoke', 'lambda:InvokeFunction'],
  ['s3:CompleteMultipartUpload', 's3:PutObject'],
  ['s3:CopyObject', 's3:PutObject'],
  ['s3:CreateMultipartUpload', 's3:PutObject'],
  ['s3:DeleteObjects', 's3:DeleteObject'],
  ['s3:GetBucketAccelerateConfiguration', 's3:GetAccelerateConfiguration'],
  ['s3:GetBucketEncryption', 's3:GetEncryptionConfiguration'],
  ['s3:GetBucketLifecycleConfiguration', 's3:GetLifecycleConfiguration'],
  ['s3:GetBucketReplication', 's3:GetReplicationConfiguration'],
  ['s3:GetPublicAccessBlock', 's3:GetBucketPublicAccessBlock'],
  ['s3:HeadBucket', 's3:ListBucket'],
  ['s3:HeadObject', 's3:GetObject'],
  ['s3:ListBuckets', 's3:ListAllMyBuckets'],
  ['s3:ListMultipartUploads', 's3:ListBucketMultipartUploads'],
  ['s3:ListObjectVersions', 's3:ListBucketVersions'],
  ['s3:ListObjects', 's3:ListBucket'],
  ['s3:ListObjectsV2', 's3:ListBucket'],
  ['s3:ListParts', 's3:ListMultipartUploadParts'],
  ['s3:PutBucketEncryption', 's3:PutEncryptionConfiguration'],
  ['s3:PutBucketLifecycleConfiguration', 's3:PutLifecycleConfiguration'],
  ['s3:PutBucketReplication', 's3:PutReplicationConfiguration'],
  ['s3:PutPublicAccessBlock', 's3:PutBucketPublicAccessBlock'],
  ['s3:UploadPart', 's3:PutObject'],
]);
