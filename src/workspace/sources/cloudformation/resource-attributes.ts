/** What `Ref` and `Fn::GetAtt` give for resources, as far as it follows from what the template says of them. */

export interface AttributeRow {
  /** The property that holds the resource's own name; without it AWS makes the name, or an id. */
  readonly name?: string;
  /** The attribute that gives the name, where `Ref` does not. */
  readonly nameAttribute?: string;
  /** What `Ref` gives; the name where nothing is said. */
  readonly ref?: string;
  /** Attribute -> what it gives. */
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * `{name}` is the resource's name, `{path}` its IAM path, `{partition}`, `{region}` and `{account}` say where the stack
 * is, `{?X}` is a part that AWS makes up. AWS: the pages of the resource types, "Return values".
 */
function named(name: string | undefined, attributes: Readonly<Record<string, string>>): AttributeRow {
  return { ...(name === undefined ? {} : { name }), attributes };
}

/** `Ref` gives the ARN, or another text that is not the name. */
function referredBy(
  ref: string,
  row: Required<Pick<AttributeRow, 'name' | 'nameAttribute' | 'attributes'>>,
): AttributeRow {
  return { ...row, ref, attributes: { ...row.attributes, [row.nameAttribute]: '{name}' } };
}

function regional(service: string, resource: string): string {
  return `arn:{partition}:${service}:{region}:{account}:${resource}`;
}

function iam(resource: string): string {
  return `arn:{partition}:iam::{account}:${resource}`;
}

const FUNCTION = named('FunctionName', { Arn: regional('lambda', 'function:{name}') });
const TABLE: AttributeRow = named('TableName', {
  Arn: regional('dynamodb', 'table/{name}'),
  StreamArn: regional('dynamodb', 'table/{name}/stream/{?StreamLabel}'),
});
const STATE_MACHINE = stateMachine('StateMachineName');

function stateMachine(name: string): AttributeRow {
  const arn = regional('states', 'stateMachine:{name}');
  return referredBy(arn, { name, nameAttribute: 'Name', attributes: { Arn: arn } });
}

const TOPIC = regional('sns', '{name}');
const SECRET = regional('secretsmanager', 'secret:{name}-{?Suffix}');
const MANAGED_POLICY = iam('policy{path}{name}');
const DOMAIN = regional('es', 'domain/{name}');

export const RESOURCE_ATTRIBUTES: Readonly<Record<string, AttributeRow>> = {
  'AWS::IAM::Role': named('RoleName', { Arn: iam('role{path}{name}') }),
  'AWS::IAM::User': named('UserName', { Arn: iam('user{path}{name}') }),
  'AWS::IAM::Group': named('GroupName', { Arn: iam('group{path}{name}') }),
  'AWS::IAM::InstanceProfile': named('InstanceProfileName', { Arn: iam('instance-profile{path}{name}') }),
  'AWS::IAM::ManagedPolicy': referredBy(MANAGED_POLICY, {
    name: 'ManagedPolicyName',
    nameAttribute: 'PolicyName',
    attributes: { PolicyArn: MANAGED_POLICY },
  }),
  'AWS::S3::Bucket': named('BucketName', { Arn: 'arn:{partition}:s3:::{name}' }),
  'AWS::S3::AccessPoint': named('Name', { Arn: regional('s3', 'accesspoint/{name}'), Name: '{name}' }),
  'AWS::SQS::Queue': referredBy('https://sqs.{region}.{urlSuffix}/{account}/{name}', {
    name: 'QueueName',
    nameAttribute: 'QueueName',
    attributes: {
      Arn: regional('sqs', '{name}'),
      QueueUrl: 'https://sqs.{region}.{urlSuffix}/{account}/{name}',
    },
  }),
  'AWS::SNS::Topic': referredBy(TOPIC, {
    name: 'TopicName',
    nameAttribute: 'TopicName',
    attributes: { TopicArn: TOPIC },
  }),
  'AWS::DynamoDB::Table': TABLE,
  'AWS::DynamoDB::GlobalTable': TABLE,
  'AWS::Serverless::SimpleTable': TABLE,
  'AWS::Lambda::Function': FUNCTION,
  'AWS::Serverless::Function': FUNCTION,
  'AWS::KMS::Key': named(undefined, { Arn: regional('kms', 'key/{name}'), KeyId: '{name}' }),
  'AWS::KMS::ReplicaKey': named(undefined, { Arn: regional('kms', 'key/{name}'), KeyId: '{name}' }),
  'AWS::SecretsManager::Secret': {
    name: 'Name',
    nameAttribute: 'Name',
    ref: SECRET,
    attributes: { Id: SECRET },
  },
  'AWS::Logs::LogGroup': named('LogGroupName', { Arn: regional('logs', 'log-group:{name}:*') }),
  'AWS::ECR::Repository': named('RepositoryName', { Arn: regional('ecr', 'repository/{name}') }),
  'AWS::ECS::Cluster': named('ClusterName', { Arn: regional('ecs', 'cluster/{name}') }),
  'AWS::EFS::FileSystem': named(undefined, {
    Arn: regional('elasticfilesystem', 'file-system/{name}'),
    FileSystemId: '{name}',
  }),
  'AWS::Kinesis::Stream': named('Name', { Arn: regional('kinesis', 'stream/{name}') }),
  'AWS::KinesisFirehose::DeliveryStream': named('DeliveryStreamName', {
    Arn: regional('firehose', 'deliverystream/{name}'),
  }),
  'AWS::StepFunctions::StateMachine': STATE_MACHINE,
  'AWS::Serverless::StateMachine': stateMachine('Name'),
  'AWS::Events::EventBus': named('Name', { Arn: regional('events', 'event-bus/{name}'), Name: '{name}' }),
  'AWS::CodeBuild::Project': named('Name', { Arn: regional('codebuild', 'project/{name}') }),
  'AWS::CodeCommit::Repository': {
    name: 'RepositoryName',
    nameAttribute: 'Name',
    ref: '{?RepositoryId}',
    attributes: { Arn: regional('codecommit', '{name}'), Name: '{name}' },
  },
  'AWS::CodePipeline::Pipeline': named('Name', {}),
  'AWS::Backup::BackupVault': named('BackupVaultName', {
    BackupVaultArn: regional('backup', 'backup-vault:{name}'),
    BackupVaultName: '{name}',
  }),
  'AWS::OpenSearchService::Domain': named('DomainName', { Arn: DOMAIN, DomainArn: DOMAIN }),
  'AWS::Elasticsearch::Domain': named('DomainName', { Arn: DOMAIN, DomainArn: DOMAIN }),
  'AWS::Cognito::UserPool': named(undefined, { Arn: regional('cognito-idp', 'userpool/{name}') }),
  'AWS::SSM::Parameter': named('Name', {}),
  'AWS::Athena::WorkGroup': named('Name', {}),
  'AWS::Glue::Database': named(undefined, {}),
};
