// A generated organization as an environment file says it: principals with inline and shared policies, boundaries, SCPs on
// two levels, buckets with and without policies, and conditions on about a tenth of the statements. Same seed, same one.

const ACCOUNTS = Array.from({ length: 10 }, (_, index) => String(111_111_111_111 + index));
const ORGANIZATION = 'o-exampleorgid';
const TEAMS = ['red', 'blue', 'green', 'grey'];

function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function document(...statements) {
  return { Version: '2012-10-17', Statement: statements };
}

const CONDITIONS = [
  { StringEquals: { 'aws:ResourceTag/team': `\${aws:PrincipalTag/team}` } },
  { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  { StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } },
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
];

/** @param sizes principals, resources, seed */
export function makeOrganization({ principals, resources, seed = 1 }) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const statement = (Effect, parts) => ({
    Effect,
    ...parts,
    ...(random() < 0.1 ? { Condition: pick(CONDITIONS) } : {}),
  });
  const bucket = () => `arn:aws:s3:::bucket-${Math.floor(random() * resources)}`;
  const shared = Array.from({ length: 20 }, (_, index) =>
    document(
      statement('Allow', {
        Action: pick(['s3:Get*', 's3:*', 'ec2:*', 'sqs:*']),
        Resource: pick(['*', `arn:aws:s3:::bucket-${index}*`]),
      }),
    ),
  );
  const boundaries = Array.from({ length: 5 }, () =>
    document(statement('Allow', { Action: ['s3:*', 'ec2:*'], Resource: '*' })),
  );
  const accounts = Object.fromEntries(ACCOUNTS.map((id, index) => [id, makeAccount(index, shared)]));
  for (let index = 0; index < principals; index++) {
    const account = accounts[ACCOUNTS[index % ACCOUNTS.length]];
    const identity = {
      policies: [
        document(
          statement('Allow', { Action: ['s3:GetObject', 's3:PutObject'], Resource: [`${bucket()}/*`, bucket()] }),
          statement('Allow', { Action: 's3:List*', Resource: '*' }),
        ),
        pick(shared),
      ],
      tags: { team: pick(TEAMS) },
      ...(random() < 0.3 ? { boundary: pick(boundaries) } : {}),
    };
    if (index % 2 === 0) account.users[`user-${index}`] = { ...identity, groups: [`group-${index % 5}`] };
    else account.roles[`role-${index}`] = { ...identity, trust: TRUST };
  }
  for (let index = 0; index < resources; index++) {
    const arn = `arn:aws:s3:::bucket-${index}`;
    const account = accounts[ACCOUNTS[index % ACCOUNTS.length]];
    const policy = random() < 0.3 ? { policy: document(bucketStatement(arn, pick, statement)) } : {};
    account.resources[arn] = { tags: { team: pick(TEAMS) }, ...policy };
  }
  return { organization: organization(), accounts };
}

const TRUST = document({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' });

function makeAccount(index, shared) {
  const groups = Array.from({ length: 5 }, (_, group) => [
    `group-${group}`,
    { policies: [shared[(index + group) % shared.length]] },
  ]);
  return { name: `account-${index}`, groups: Object.fromEntries(groups), users: {}, roles: {}, resources: {} };
}

function bucketStatement(arn, pick, statement) {
  const objects = { Resource: `${arn}/*` };
  return pick([
    {
      ...{ Effect: 'Deny', Principal: '*', Action: 's3:*' },
      ...objects,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    statement('Allow', {
      ...{ Principal: { AWS: `arn:aws:iam::${pick(ACCOUNTS)}:root` }, Action: 's3:GetObject' },
      ...objects,
    }),
    {
      ...{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject' },
      ...objects,
      Condition: { StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } },
    },
  ]);
}

/** SCPs at the root and at one unit, each with a guard beside full access. */
function organization() {
  const everything = document({ Effect: 'Allow', Action: '*', Resource: '*' });
  const regions = document({
    ...{ Effect: 'Deny', Action: 's3:*', Resource: '*' },
    Condition: { StringNotEquals: { 'aws:RequestedRegion': ['us-east-1'] } },
  });
  const leavers = document({
    ...{ Effect: 'Deny', Action: 's3:*', Resource: '*' },
    Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/user-99*' } },
  });
  return {
    id: ORGANIZATION,
    managementAccount: ACCOUNTS[0],
    root: {
      id: 'r-exam',
      scps: [everything, regions],
      accounts: [ACCOUNTS[0]],
      units: [{ id: 'ou-exam-11111111', scps: [everything, leavers], accounts: ACCOUNTS.slice(1) }],
    },
  };
}
