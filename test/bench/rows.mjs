// The questions of the benchmark: policies as JSON and a few hundred requests, varied in action, resource and context.

const ACCOUNT = '111122223333';
const USER = { type: 'user', arn: `arn:aws:iam::${ACCOUNT}:user/u`, account: ACCOUNT };
const VARIED = 400;

/** On objects; the policies of most rows allow those that only read. */
const ACTIONS = [
  's3:GetObject',
  's3:GetObjectTagging',
  's3:PutObject',
  's3:GetObjectAcl',
  's3:GetObjectVersion',
  's3:DeleteObject',
  's3:PutObjectTagging',
  's3:GetObjectRetention',
  's3:AbortMultipartUpload',
];

function at(list, index) {
  return list[index % list.length];
}

function document(...statements) {
  return { Version: '2012-10-17', Statement: statements };
}

function allow(Action, Resource, Condition) {
  return { Effect: 'Allow', Action, Resource, ...(Condition ? { Condition } : {}) };
}

function request(action, resource, context = {}) {
  return { principal: USER, action, resource, resourceAccount: ACCOUNT, context };
}

/** The first is the one request that is repeated: it is allowed. */
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
    // One in twelve asks for a bucket that no statement names.
    requests: requests((index) =>
      request(at(ACTIONS, index), `arn:aws:s3:::bucket-${index % 12 === 11 ? 'x' : (index * 31) % count}/key-${index}`),
    ),
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
      requests: requests((index) =>
        request(at(ACTIONS, index), `arn:aws:s3:::${at(['bucket', 'bucket', 'other'], index)}/key-${index}`),
      ),
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
        request(at(ACTIONS, index), `arn:aws:s3:::bucket-${index % 11}-${index % 7}/key-${index}`),
      ),
      cedar: true,
    },
    {
      id: 'AWS ReadOnlyAccess',
      policies: { identity: [readOnlyAccess] },
      requests: requests((index) =>
        index % 2 === 0
          ? request(at(describes, index / 2), '*')
          : request(at(ACTIONS, index), `arn:aws:s3:::bucket-${index}/key`),
      ),
      cedar: true,
    },
    {
      id: 'conditions and variables',
      policies: {
        identity: [document(allow('s3:*', `arn:aws:s3:::bucket/\${aws:PrincipalTag/team}/*`, CONDITIONS))],
      },
      requests: requests((index) =>
        request(at(ACTIONS, index), `arn:aws:s3:::bucket/${at(['blue', 'blue', 'red'], index)}/key-${index}`, {
          'aws:PrincipalTag/team': at(['blue', 'blue', 'red', 'green'], index),
          'aws:RequestedRegion': at(['us-east-1', 'us-east-1', 'us-east-1', 'us-east-1', 'eu-west-1'], index),
          'aws:SourceIp': `${at(['203.0.113', '10.1.2', '203.0.113', '10.200.0', '198.51.100'], index)}.${index % 250}`,
          'aws:CurrentTime': at(['2026-11-23T09:00:00Z', '2027-01-01T00:00:00Z', '2031-05-05T12:00:00Z'], index),
          'aws:SecureTransport': at(['true', 'true', 'true', 'true', 'true', 'false'], index),
        }),
      ),
      cedar: true,
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
        request(at(ACTIONS, index), `arn:aws:s3:::bucket/key-${index}`, {
          'aws:RequestedRegion': at(['us-east-1', 'us-east-2', 'us-east-1', 'us-east-1', 'eu-west-1'], index),
          'aws:SecureTransport': at(['true', 'true', 'true', 'true', 'true', 'true', 'false'], index),
        }),
      ),
      // It has no layers that limit others.
      cedar: false,
    },
    statements(10),
    statements(1_000),
    statements(10_000),
  ];
}
