// The questions of the benchmark: policies as JSON and a few hundred requests, varied in resource, action or context.

const ACCOUNT = '111122223333';
const USER = { type: 'user', arn: `arn:aws:iam::${ACCOUNT}:user/u`, account: ACCOUNT };
const VARIED = 400;

function document(...statements) {
  return { Version: '2012-10-17', Statement: statements };
}

function allow(Action, Resource, Condition) {
  return { Effect: 'Allow', Action, Resource, ...(Condition ? { Condition } : {}) };
}

function request(action, resource, context = {}) {
  return { principal: USER, action, resource, resourceAccount: ACCOUNT, context };
}

function requests(make) {
  return Array.from({ length: VARIED }, (_, index) => make(index));
}

function statements(count) {
  return {
    id: `${count} statements`,
    policies: {
      identity: [
        document(...Array.from({ length: count }, (_, index) => allow(['s3:Get*'], `arn:aws:s3:::bucket-${index}/*`))),
      ],
    },
    requests: requests((index) => request('s3:GetObject', `arn:aws:s3:::bucket-${(index * 31) % count}/key-${index}`)),
    cedar: true,
  };
}

const CONDITIONS = {
  StringEquals: { 'aws:PrincipalTag/team': ['red', 'blue'], 'aws:RequestedRegion': 'us-east-1' },
  IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '203.0.113.0/24'] },
  DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' },
  Bool: { 'aws:SecureTransport': 'true' },
};

const EVERYTHING = document(allow('*', '*'));
const REGIONS = document({
  Effect: 'Deny',
  NotAction: ['iam:*', 'sts:*'],
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['us-east-1', 'us-east-2'] } },
});

/** @param readOnlyAccess the document of the AWS managed policy @param describes actions that it names */
export function benchRows(readOnlyAccess, describes) {
  return [
    {
      id: '1 small policy',
      policies: { identity: [document(allow('s3:Get*', 'arn:aws:s3:::bucket/*'))] },
      requests: requests((index) => request('s3:GetObject', `arn:aws:s3:::bucket/key-${index}`)),
      cedar: true,
    },
    {
      id: '10 policies x 10 statements',
      policies: {
        identity: Array.from({ length: 10 }, (_, policy) =>
          document(
            ...Array.from({ length: 10 }, (_, statement) =>
              allow(['s3:Get*', 'ec2:Describe*'], `arn:aws:s3:::bucket-${policy}-${statement}/*`),
            ),
          ),
        ),
      },
      requests: requests((index) =>
        request('s3:GetObject', `arn:aws:s3:::bucket-${index % 10}-${index % 7}/key-${index}`),
      ),
      cedar: true,
    },
    {
      id: 'AWS ReadOnlyAccess',
      policies: { identity: [readOnlyAccess] },
      requests: requests((index) => request(describes[index % describes.length], '*')),
      cedar: true,
    },
    {
      id: 'conditions and variables',
      policies: {
        identity: [document(allow('s3:*', `arn:aws:s3:::bucket/\${aws:PrincipalTag/team}/*`, CONDITIONS))],
      },
      requests: requests((index) =>
        request('s3:GetObject', `arn:aws:s3:::bucket/blue/key-${index}`, {
          'aws:PrincipalTag/team': 'blue',
          'aws:RequestedRegion': 'us-east-1',
          'aws:SourceIp': `203.0.113.${index % 250}`,
          'aws:CurrentTime': '2026-11-23T09:00:00Z',
          'aws:SecureTransport': 'true',
        }),
      ),
      // Without the variable, which Cedar writes in another way.
      cedar: false,
    },
    {
      id: 'SCPs x3, boundary, resource policy',
      policies: {
        identity: [document(allow('s3:Get*', 'arn:aws:s3:::bucket/*'))],
        boundary: [document(allow(['s3:*', 'ec2:*'], '*'))],
        scps: [
          { level: 'root', policies: [EVERYTHING] },
          { level: 'ou', policies: [EVERYTHING, REGIONS] },
          { level: 'account', policies: [EVERYTHING] },
        ],
        resource: document({
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: 'arn:aws:s3:::bucket/*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      },
      requests: requests((index) =>
        request('s3:GetObject', `arn:aws:s3:::bucket/key-${index}`, {
          'aws:RequestedRegion': 'us-east-1',
          'aws:SecureTransport': 'true',
        }),
      ),
      cedar: false,
    },
    statements(10),
    statements(1_000),
    statements(10_000),
  ];
}
