/** Where resources of a template have policies, and of which type. */
import type { PolicyType } from '../../../language/index.ts';
import type { SourceNode } from '../../../parse/index.ts';

export interface PolicyProperty {
  /** Steps below `Properties`; `*` is each item of a list. */
  readonly path: readonly string[];
  readonly type: PolicyType;
  /** The property holds statements only; a Version goes with them. */
  readonly isStatement?: true;
  /** Says no to what stands in the place and is something else; without it all of it is policies. */
  readonly isDocument?: (node: SourceNode) => boolean;
}

function at(path: string, type: PolicyType): PolicyProperty {
  return { path: path.split('/'), type };
}

const DOCUMENT = at('PolicyDocument', 'identity');
const INLINE = at('Policies/*/PolicyDocument', 'identity');
const TRUST = at('AssumeRolePolicyDocument', 'trust');
const resource = (path: string): readonly PolicyProperty[] => [at(path, 'resource')];

/**
 * AWS: the pages of the resource types. Left out are policies of other languages (IoT), and those of Organizations, whose
 * type another property tells: see ORGANIZATIONS_POLICY_TYPES.
 */
export const POLICY_PROPERTIES: Readonly<Record<string, readonly PolicyProperty[]>> = {
  'AWS::IAM::Role': [TRUST, INLINE],
  'AWS::IAM::User': [INLINE],
  'AWS::IAM::Group': [INLINE],
  'AWS::IAM::Policy': [DOCUMENT],
  'AWS::IAM::ManagedPolicy': [DOCUMENT],
  'AWS::IAM::RolePolicy': [DOCUMENT],
  'AWS::IAM::UserPolicy': [DOCUMENT],
  'AWS::IAM::GroupPolicy': [DOCUMENT],
  'AWS::SSO::PermissionSet': [at('InlinePolicy', 'identity')],
  'AWS::Serverless::Function': [TRUST],
  'AWS::EC2::VPCEndpoint': [at('PolicyDocument', 'vpce')],
  'AWS::ApiGateway::RestApi': resource('Policy'),
  'AWS::Backup::BackupVault': resource('AccessPolicy'),
  'AWS::Backup::LogicallyAirGappedBackupVault': resource('AccessPolicy'),
  'AWS::CloudTrail::ResourcePolicy': resource('ResourcePolicy'),
  'AWS::CodeArtifact::Domain': resource('PermissionsPolicyDocument'),
  'AWS::CodeArtifact::Repository': resource('PermissionsPolicyDocument'),
  'AWS::DynamoDB::Table': [
    at('ResourcePolicy/PolicyDocument', 'resource'),
    at('StreamSpecification/ResourcePolicy/PolicyDocument', 'resource'),
  ],
  'AWS::DynamoDB::GlobalTable': resource('Replicas/*/ResourcePolicy/PolicyDocument'),
  'AWS::ECR::Repository': resource('RepositoryPolicyText'),
  'AWS::ECR::PublicRepository': resource('RepositoryPolicyText'),
  'AWS::ECR::RegistryPolicy': resource('PolicyText'),
  'AWS::EFS::FileSystem': resource('FileSystemPolicy'),
  'AWS::Elasticsearch::Domain': resource('AccessPolicies'),
  'AWS::Events::EventBus': resource('Policy'),
  'AWS::Events::EventBusPolicy': [{ ...at('Statement', 'resource'), isStatement: true }],
  'AWS::EventSchemas::RegistryPolicy': resource('Policy'),
  'AWS::Kinesis::ResourcePolicy': resource('ResourcePolicy'),
  'AWS::KMS::Key': resource('KeyPolicy'),
  'AWS::KMS::ReplicaKey': resource('KeyPolicy'),
  'AWS::Logs::Destination': resource('DestinationPolicy'),
  'AWS::Logs::ResourcePolicy': resource('PolicyDocument'),
  'AWS::MediaStore::Container': resource('Policy'),
  'AWS::MSK::ClusterPolicy': resource('Policy'),
  'AWS::OpenSearchService::Domain': resource('AccessPolicies'),
  'AWS::Organizations::ResourcePolicy': resource('Content'),
  'AWS::S3::AccessPoint': resource('Policy'),
  'AWS::S3::BucketPolicy': resource('PolicyDocument'),
  'AWS::S3::MultiRegionAccessPointPolicy': resource('Policy'),
  'AWS::S3Express::BucketPolicy': resource('PolicyDocument'),
  'AWS::S3ObjectLambda::AccessPointPolicy': resource('PolicyDocument'),
  'AWS::S3Outposts::BucketPolicy': resource('PolicyDocument'),
  'AWS::S3Tables::TableBucketPolicy': resource('ResourcePolicy'),
  'AWS::S3Tables::TablePolicy': resource('ResourcePolicy'),
  'AWS::S3Vectors::VectorBucketPolicy': resource('Policy'),
  'AWS::SageMaker::ModelPackageGroup': resource('ModelPackageGroupPolicy'),
  'AWS::SecretsManager::ResourcePolicy': resource('ResourcePolicy'),
  'AWS::SNS::TopicPolicy': resource('PolicyDocument'),
  'AWS::SNS::TopicInlinePolicy': resource('PolicyDocument'),
  'AWS::SQS::QueuePolicy': resource('PolicyDocument'),
  'AWS::SQS::QueueInlinePolicy': resource('PolicyDocument'),
  'AWS::VpcLattice::AuthPolicy': resource('Policy'),
  'AWS::VpcLattice::ResourcePolicy': resource('Policy'),
  'AWS::XRay::ResourcePolicy': resource('PolicyDocument'),
};

/** Value of the property Type of AWS::Organizations::Policy -> type of the policy in Content; others are no policies of IAM. */
export const ORGANIZATIONS_POLICY_TYPES: ReadonlyMap<string, PolicyType> = new Map([
  ['SERVICE_CONTROL_POLICY', 'scp'],
  ['RESOURCE_CONTROL_POLICY', 'rcp'],
]);

/** The property of AWS::Organizations::Policy that holds the document. */
export const ORGANIZATIONS_CONTENT = 'Content';
