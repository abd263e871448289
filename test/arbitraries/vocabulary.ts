/** The small alphabet of the random worlds: few accounts, names, actions, resources and keys, so that things often meet. */

export const HOME = '111122223333';
export const ACCOUNTS = [HOME, '444455556666', '777788889999'];
/** The one account of the second partition. */
export const CHINA = '222233334444';

export function partitionOf(account: string): string {
  return account === CHINA ? 'aws-cn' : 'aws';
}

export const USERS = ['alice', 'Bob', 'team/carol'];
export const ROLES = ['app', 'team/a/deploy', 'Exec'];
export const SESSIONS = ['s1', 'alice', 'S1'];
export const SERVICES = ['lambda.amazonaws.com', 'sagemaker.amazonaws.com', 's3.ap-east-1.amazonaws.com'];
export const SAML_PROVIDERS = ['saml-provider/Corp', 'saml-provider/corp'];
export const OIDC_PROVIDERS = ['accounts.google.com', 'oidc-provider/ci.example.com'];

export const ACTIONS: { readonly [service: string]: readonly string[] } = {
  s3: ['GetObject', 'PutObject', 'ListBucket', 'GetBucketPolicy', 'DeleteBucketPolicy'],
  sqs: ['SendMessage', 'ReceiveMessage'],
  kms: ['Decrypt', 'GenerateDataKey', 'RetireGrant'],
  ec2: ['RunInstances', 'StartInstances'],
  sagemaker: ['CreateTrainingJob', 'InvokeEndpoint'],
  logs: ['PutLogEvents'],
  iam: ['GetUser', 'CreateAccessKey', 'UpdateAssumeRolePolicy'],
};

/** The last part of the service's ARNs; which parts they have is `arnOf`'s business. */
export const PATHS: { readonly [service: string]: readonly string[] } = {
  s3: [
    'bucket',
    'bucket/home/alice/a.txt',
    'bucket/red/é.txt',
    'data-red',
    'bucket/home/${aws:username}/x',
    'bucket/*',
    'b/😀',
  ],
  sqs: ['queue', 'red', 'alice-queue'],
  kms: ['key/k1', 'key/k2', 'alias/app'],
  ec2: ['instance/i-1', 'instance/*', 'volume/vol-1'],
  sagemaker: ['training-job/demo', 'training-job/red-1', 'endpoint/Red'],
  logs: ['log-group:app:log-stream:red', 'log-group:app'],
  iam: ['user/alice', 'user/team/carol', 'role/app', 'policy/p'],
};

/** Actions that take no resource (B16). */
export const RESOURCELESS = [
  's3:ListAllMyBuckets',
  'ec2:DescribeInstances',
  'iam:ListUsers',
  'kms:ListKeys',
  'sqs:ListQueues',
];

export const TRUST_ACTIONS = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];

export function arnOf(service: string, account: string, path: string): string {
  const region = service === 's3' || service === 'iam' ? '' : 'us-east-1';
  return `arn:${partitionOf(account)}:${service}:${region}:${service === 's3' ? '' : account}:${path}`;
}

/** What a context key holds; the type says which operators fit and what its values look like. */
export type ValueType = 'string' | 'number' | 'date' | 'bool' | 'ip' | 'arn' | 'binary';

export interface KeySpec {
  readonly key: string;
  readonly type: ValueType;
  /** Multivalued by nature. */
  readonly many?: true;
  readonly values?: readonly string[];
}

export const KEYS: readonly KeySpec[] = [
  { key: 'aws:PrincipalTag/team', type: 'string' },
  { key: 'aws:ResourceTag/team', type: 'string' },
  { key: 'aws:RequestTag/team', type: 'string' },
  { key: 'aws:username', type: 'string', values: ['alice', 'Bob', 'carol', 'a*'] },
  { key: 's3:prefix', type: 'string', values: ['home/alice/', 'home/', '', 'home/Bob/'] },
  { key: 'sts:ExternalId', type: 'string', values: ['12345', 'red'] },
  { key: 'aws:PrincipalOrgID', type: 'string', values: ['o-mine', 'o-other'] },
  { key: 'aws:SourceVpce', type: 'string', values: ['vpce-1', 'vpce-2'] },
  { key: 'aws:PrincipalAccount', type: 'string', values: [...ACCOUNTS, CHINA] },
  { key: 'iam:PassedToService', type: 'string', values: SERVICES },
  { key: 'aws:TagKeys', type: 'string', many: true, values: ['team', 'Team', 'cost', 'red'] },
  { key: 'aws:CalledVia', type: 'string', many: true, values: ['lambda.amazonaws.com', 'athena.amazonaws.com'] },
  {
    key: 'aws:PrincipalOrgPaths',
    type: 'string',
    many: true,
    values: ['o-mine/r-1/ou-1/', 'o-mine/r-1/ou-1/ou-2/', 'o-other/r-2/'],
  },
  { key: 's3:max-keys', type: 'number' },
  { key: 'aws:MultiFactorAuthAge', type: 'number' },
  { key: 'ex:Sizes', type: 'number', many: true },
  { key: 'aws:CurrentTime', type: 'date' },
  { key: 'aws:EpochTime', type: 'date' },
  { key: 'aws:TokenIssueTime', type: 'date' },
  { key: 'aws:SecureTransport', type: 'bool' },
  { key: 'aws:MultiFactorAuthPresent', type: 'bool' },
  { key: 'aws:ViaAWSService', type: 'bool' },
  { key: 'aws:SourceIp', type: 'ip' },
  { key: 'ex:Addresses', type: 'ip', many: true },
  { key: 'aws:PrincipalArn', type: 'arn' },
  { key: 'aws:SourceArn', type: 'arn' },
  { key: 'ex:Arns', type: 'arn', many: true },
  { key: 'ex:Digest', type: 'binary' },
];

/** Values a request carries, by type. */
export const REQUEST_VALUES: { readonly [type in ValueType]: readonly string[] } = {
  string: ['red', 'Red', 'blue', '', 'a*', 'rouge é', 'team/a', '${aws:username}', '*', '?'],
  number: ['10', '9', '10.0', '+10', '-1', '0', '-0', '3600', '0010', '10.05'],
  date: [
    '2024-01-01T00:00:00Z',
    '2024-01-01',
    '2024',
    '1704067200',
    '2024-01-01T02:00:00+02:00',
    '2023-12-31T19:00:00-05:00',
    '2024-01-01T00:00:00.500Z',
    '2024-02-29T12:30Z',
    '1704067201',
    '2023-12',
  ],
  bool: ['true', 'false', 'True', 'FALSE'],
  ip: [
    '203.0.113.9',
    '198.51.100.7',
    '10.0.0.1',
    '2001:db8::1',
    '2001:DB8:0:0:0:0:0:1',
    '::ffff:10.0.0.1',
    '::ffff:0a00:1',
  ],
  arn: [
    'arn:aws:iam::111122223333:user/alice',
    'arn:aws:iam::111122223333:role/app',
    'arn:aws:iam::444455556666:role/team/a/deploy',
    'arn:aws:sns:us-east-1:111122223333:topic',
    'arn:aws-cn:iam::222233334444:root',
    'arn:aws:logs:us-east-1:111122223333:log-group:app:log-stream:red',
  ],
  binary: ['QUJD', 'QQ==', 'QR==', 'QUI=', 'AAEC'],
};

/** Values a policy compares with, besides those above. */
export const POLICY_VALUES: { readonly [type in ValueType]: readonly string[] } = {
  string: ['r*', '?ed', '*', 'home/*', 'home/?*/', 'o-*', 'RED', 're?', '**', 'o-mine/*', 'team'],
  number: ['10.5', '11', '00', '9.99999999999999999999', '-10', '10.000'],
  date: [
    '2023-12-31T23:59:59Z',
    '2024-01-01T00:00Z',
    '2024-01',
    '2024-01-01T00:00:00.5Z',
    '1704067199',
    '2025',
    '0001',
  ],
  bool: ['TRUE', 'false'],
  ip: [
    '203.0.113.0/24',
    '203.0.113.200/25',
    '10.0.0.0/8',
    '0.0.0.0/0',
    '2001:db8::/32',
    '::/0',
    '::ffff:0:0/96',
    '198.51.100.7/32',
    '2001:db8::1/128',
  ],
  arn: [
    'arn:aws:iam::*:user/*',
    'arn:aws:iam::111122223333:*',
    'arn:*:iam::*:role/*',
    'arn:aws:s*:*:*:*',
    'arn:aws:iam::1111????3333:role/ap?',
    'arn:aws:logs:*:*:*:red',
    'arn:aws-cn:iam::*:root',
  ],
  binary: ['QUJE', 'QQ=='],
};

/** Text that is no value of the type: it matches nothing (C52). */
export const MALFORMED: { readonly [type in ValueType]: readonly string[] } = {
  string: ['😀', 'r\\ed', '[red]', '(red|blue)', 'é', '\t'],
  number: ['ten', '1e1', '', ' 10', '10.', '.5', '0x10', '١٠', '--1', '1_0', 'NaN', 'Infinity'],
  date: [
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-01-01T24:00:00Z',
    '2024-01-01T00:60Z',
    'soon',
    '2024-1-1',
    '2024-01-01T00:00:00',
    '1704067200.5',
    '-1704067200',
    '202',
    '2024-01-01 00:00:00Z',
    '2024-01-01T00:00:00+2:00',
    '',
  ],
  bool: ['yes', '1', '', ' true', 'truefalse', 'null'],
  ip: [
    '256.0.0.1',
    '10.0.0',
    '10.0.0.01',
    '10.0.0.0/33',
    '10.0.0.0/08',
    '10.0.0.0/',
    '2001:db8::1::2',
    '2001:db8',
    '::/129',
    '::g',
    '1:2:3:4:5:6:7:8:9',
    'fe80::1%eth0',
    '10.0.0.0/8/8',
    '',
    ':',
    '0x0a.0.0.1',
    '1:2:3:4:5:6:7:8::',
  ],
  arn: ['arn', 'arn:aws:iam', '*', '', 'arn:aws:iam::111122223333', 'alice', 'arn:aws:iam:111122223333:user/alice'],
  binary: ['QQ', 'Q', 'QQ=', 'not base64!', 'QQ==QQ==', '====', 'Q-_='],
};
