/** AWS's global condition keys: the type of their values and when a request carries them (D). */
import type { ValueType } from './condition-operators.ts';

export interface GlobalConditionKey {
  /** AWS's spelling; `aws:PrincipalTag/` stands for all keys that begin so. */
  readonly name: string;
  readonly type: ValueType;
  /** A second type whose operators AWS documents for the key as well. */
  readonly alsoType?: ValueType;
  /** The request holds a list of values, so a condition on the key needs a set operator (C45). */
  readonly multivalued: boolean;
  /** One sentence: when the key is present. */
  readonly presentWhen: string;
}

function row(name: string, type: ValueType, presentWhen: string): GlobalConditionKey {
  return { name, type, multivalued: false, presentWhen };
}

function list(name: string, presentWhen: string): GlobalConditionKey {
  return { name, type: 'string', multivalued: true, presentWhen };
}

const ENDPOINT = 'Only in calls that pass a VPC endpoint.';
const SERVICE_CALLER = 'Only when an AWS service calls for itself, as a service principal.';
const FOR_A_RESOURCE = 'Only when an AWS service calls for itself on behalf of a resource.';
const ON_BEHALF = 'Only when a service that reports it calls on behalf of the caller.';
const MCP = 'In calls that pass an AWS MCP service.';

/** In the order of section D: the caller, its session, the network, the resource, the request, the services on the way. */
export const GLOBAL_CONDITION_KEYS: readonly GlobalConditionKey[] = [
  row(
    'aws:PrincipalArn',
    'arn',
    'In every signed request; for a role session it is the ARN of the role, never that of the session.',
  ),
  row(
    'aws:PrincipalAccount',
    'string',
    'In every request of a principal that has an account; `anonymous` if unsigned.',
  ),
  row('aws:PrincipalOrgID', 'string', 'When the account of the caller belongs to an organization.'),
  list('aws:PrincipalOrgPaths', 'When the account of the caller belongs to an organization.'),
  row('aws:PrincipalTag/', 'string', 'When the user, the role or the session has a tag of this key.'),
  row('aws:PrincipalIsAWSService', 'boolean', 'In every signed request; true only for service principals.'),
  row('aws:PrincipalServiceName', 'string', SERVICE_CALLER),
  list('aws:PrincipalServiceNamesList', SERVICE_CALLER),
  row('aws:PrincipalType', 'string', 'In every request of a user, a role session, a federated user, root or nobody.'),
  row('aws:userid', 'string', 'In every request but those of service principals.'),
  row('aws:username', 'string', 'Only in requests of IAM users.'),
  row('aws:TokenIssueTime', 'date', 'Only with temporary credentials.'),
  row(
    'aws:MultiFactorAuthPresent',
    'boolean',
    'Only with temporary credentials; long-term access keys and federated identities have none.',
  ),
  row('aws:MultiFactorAuthAge', 'number', 'Only with temporary credentials that were made with MFA.'),
  {
    ...row(
      'aws:FederatedProvider',
      'string',
      'In sessions from AssumeRoleWithWebIdentity and when their role is assumed.',
    ),
    alsoType: 'arn',
  },
  row('aws:SourceIdentity', 'string', 'Once a source identity was set, in the session and all that are chained to it.'),
  row('aws:AssumedRoot', 'boolean', 'Only in sessions from AssumeRoot, where it is true.'),
  row('aws:SignInSessionArn', 'arn', 'Only in sessions of AWS Sign-In (OAuth), not of the console.'),
  row('aws:ChatbotSourceArn', 'arn', 'Only in sessions of Amazon Q Developer in chat applications.'),
  row('aws:Ec2InstanceSourceVpc', 'string', 'Only with the role credentials of an EC2 instance.'),
  row('aws:Ec2InstanceSourcePrivateIPv4', 'address', 'Only with the role credentials of an EC2 instance.'),
  row('ec2:SourceInstanceArn', 'arn', 'Only with the role credentials of an EC2 instance.'),
  row('ec2:RoleDelivery', 'number', 'Only with the role credentials of an EC2 instance.'),
  row('lambda:SourceFunctionArn', 'arn', 'Only with the role credentials of a Lambda function.'),
  row('ssm:SourceInstanceArn', 'arn', 'Only with role credentials that Systems Manager delivered to an instance.'),
  row('glue:RoleAssumedBy', 'string', 'Only in role sessions that AWS Glue made.'),
  row('glue:CredentialIssuingService', 'string', 'Only in role sessions that AWS Glue made.'),
  row('codebuild:BuildArn', 'arn', 'Only in role sessions that AWS CodeBuild made.'),
  row('codebuild:ProjectArn', 'arn', 'Only in role sessions that AWS CodeBuild made.'),
  row('identitystore:UserId', 'string', 'Only in role sessions of IAM Identity Center.'),
  row('aws:SourceIp', 'address', 'Except in calls that pass a VPC endpoint; services that call on behalf may hide it.'),
  row('aws:SourceVpc', 'string', ENDPOINT),
  row('aws:SourceVpce', 'string', ENDPOINT),
  row('aws:VpcSourceIp', 'address', ENDPOINT),
  row('aws:SourceVpcArn', 'arn', 'Only in calls that pass a VPC endpoint of a service that supports it.'),
  row('aws:VpceAccount', 'string', 'Only in calls that pass a VPC endpoint of a service that supports it.'),
  row('aws:VpceOrgID', 'string', 'As aws:VpceAccount, when the owner of the endpoint belongs to an organization.'),
  list('aws:VpceOrgPaths', 'As aws:VpceAccount, when the owner of the endpoint belongs to an organization.'),
  row('aws:ResourceAccount', 'string', 'In most requests that name a resource.'),
  row('aws:ResourceOrgID', 'string', 'In most requests that name a resource whose account belongs to an organization.'),
  list('aws:ResourceOrgPaths', 'In most requests that name a resource whose account belongs to an organization.'),
  row(
    'aws:ResourceTag/',
    'string',
    'When the resource has a tag of this key and the service supports it for the action.',
  ),
  row('aws:RequestTag/', 'string', 'When the request passes a tag of this key.'),
  list('aws:TagKeys', 'When the request passes tags.'),
  row('aws:RequestedRegion', 'string', 'In every request; global services say `us-east-1`.'),
  row('aws:SecureTransport', 'boolean', 'In every request.'),
  row('aws:CurrentTime', 'date', 'In every request.'),
  { ...row('aws:EpochTime', 'date', 'In every request.'), alsoType: 'number' },
  row('aws:UserAgent', 'string', 'In every request, as the caller chooses it.'),
  row('aws:referer', 'string', 'In requests that follow a link in a browser.'),
  row('aws:ViaAWSService', 'boolean', 'In every request; true only when a service calls on behalf of the caller.'),
  list('aws:CalledVia', ON_BEHALF),
  row('aws:CalledViaFirst', 'string', ON_BEHALF),
  row('aws:CalledViaLast', 'string', ON_BEHALF),
  row('aws:ViaAWSMCPService', 'boolean', MCP),
  row('aws:CalledViaAWSMCP', 'string', MCP),
  row('aws:IsMcpServiceAction', 'boolean', MCP),
  row('aws:SourceArn', 'arn', FOR_A_RESOURCE),
  row('aws:SourceAccount', 'string', FOR_A_RESOURCE),
  row('aws:SourceOrgID', 'string', `${FOR_A_RESOURCE} Its account belongs to an organization.`),
  list('aws:SourceOrgPaths', `${FOR_A_RESOURCE} Its account belongs to an organization.`),
  row('aws:SourceOwner', 'string', 'An older form of aws:SourceAccount that few services still send.'),
];

const BY_NAME = new Map(GLOBAL_CONDITION_KEYS.map((key) => [key.name.toLowerCase(), key]));

/** Finds a global key by name, ignoring case (C50); `aws:PrincipalTag/team` gives the row of `aws:PrincipalTag/`. */
export function globalConditionKey(name: string): GlobalConditionKey | undefined {
  const lower = name.toLowerCase();
  const slash = lower.indexOf('/');
  if (slash === -1) return BY_NAME.get(lower);
  return slash === lower.length - 1 ? undefined : BY_NAME.get(lower.slice(0, slash + 1));
}

/** A global key in AWS's spelling, a tag's name as it is; any other key as it is. */
export function conditionKeyWords(name: string): string {
  const known = globalConditionKey(name)?.name;
  return known === undefined ? name : known + name.slice(known.length);
}

/** In lower case: every request has them. */
const ALWAYS: ReadonlySet<string> = new Set([
  'aws:currenttime',
  'aws:epochtime',
  'aws:requestedregion',
  'aws:securetransport',
  'aws:viaawsservice',
]);

export function isAlwaysPresent(lowerKey: string): boolean {
  return ALWAYS.has(lowerKey);
}
