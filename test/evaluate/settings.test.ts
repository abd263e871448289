/** Each contested point: the documented reading, and the other one by its setting. */
import { expect, it } from 'vitest';
import { decide } from '../../src/evaluate/index.ts';
import {
  DEFAULT_SETTINGS,
  type PoliciesInPlay,
  type Policy,
  type Request,
  type Settings,
} from '../../src/language/index.ts';
import { request, statement } from '../helpers/policies.ts';

interface Point {
  readonly setting: Partial<Settings>;
  readonly policies: PoliciesInPlay;
  readonly request?: Partial<Request>;
  readonly documented: string;
  readonly otherwise: string;
}

const ALL = statement('identity', { Effect: 'Allow', Action: '*', Resource: '*' });
const ALICE = 'arn:aws:iam::111122223333:user/alice';
const SESSION = {
  type: 'role-session',
  arn: 'arn:aws:sts::111122223333:assumed-role/r/s',
  account: '111122223333',
} as const;
const FEDERATED = {
  type: 'federated-user',
  arn: 'arn:aws:sts::111122223333:federated-user/f',
  account: '111122223333',
  userArn: ALICE,
} as const;

function allow(Condition: object): Policy {
  return statement('identity', { Effect: 'Allow', Action: '*', Resource: '*', Condition });
}

const POINTS: Readonly<Record<string, Point>> = {
  'I5 a wildcard in a middle part of an ARN and a colon': {
    setting: { arnWildcards: 'string' },
    policies: {
      identity: [
        statement('identity', { Effect: 'Allow', Action: '*', Resource: 'arn:aws:*:111122223333:log-group:*' }),
      ],
    },
    request: { action: 'logs:PutLogEvents', resource: 'arn:aws:logs:us-east-1:111122223333:log-group:g' },
    documented: 'implicitDeny',
    otherwise: 'allowed',
  },
  'I7 NotPrincipal that lists the user and not the account': {
    setting: { notPrincipalSpares: 'any-entry' },
    policies: {
      identity: [ALL],
      resource: statement('resource', { Effect: 'Deny', NotPrincipal: { AWS: ALICE }, Action: '*', Resource: '*' }),
    },
    documented: 'explicitDeny',
    otherwise: 'allowed',
  },
  'I9 an empty text': {
    setting: { emptyString: 'absent' },
    policies: { identity: [allow({ Null: { 'aws:RequestTag/a': 'false' } })] },
    request: { context: { 'aws:RequestTag/a': '' } },
    documented: 'allowed',
    otherwise: 'implicitDeny',
  },
  'I10 a value of the wrong type under a negated operator': {
    setting: { mismatchUnderNegation: 'fails' },
    policies: { identity: [allow({ NumericNotEquals: { 's3:max-keys': 'ten' } })] },
    request: { context: { 's3:max-keys': '10' } },
    documented: 'allowed',
    otherwise: 'implicitDeny',
  },
  'I12 several values and no set operator': {
    setting: { multivaluedWithoutQualifier: 'any-value' },
    policies: { identity: [allow({ StringEquals: { 'aws:TagKeys': 'a' } })] },
    request: { context: { 'aws:TagKeys': ['b', 'a'] } },
    documented: 'implicitDeny',
    otherwise: 'allowed',
  },
  'I13 NotResource with a variable that has no value': {
    setting: { unresolvedNotResource: 'never-applies' },
    policies: {
      identity: [
        ALL,
        statement('identity', { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::${aws:username}/*' }),
      ],
    },
    documented: 'explicitDeny',
    otherwise: 'allowed',
  },
  'I14 a star inside a value that was put in': {
    setting: { substitutedWildcards: 'pattern' },
    policies: {
      identity: [
        statement('identity', { Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::${aws:PrincipalTag/b}/key' }),
      ],
    },
    request: { context: { 'aws:PrincipalTag/b': '*' } },
    documented: 'implicitDeny',
    otherwise: 'allowed',
  },
  'I15 a variable under Bool': {
    setting: { boolVariables: 'literal' },
    policies: { identity: [allow({ Bool: { 'aws:SecureTransport': '${aws:PrincipalTag/tls}' } })] },
    request: { context: { 'aws:SecureTransport': 'true', 'aws:PrincipalTag/tls': 'true' } },
    documented: 'allowed',
    otherwise: 'implicitDeny',
  },
  'I18 a federated user without session policy': {
    setting: { federatedWithoutSessionPolicy: 'everything' },
    policies: { identity: [ALL] },
    request: { principal: FEDERATED },
    documented: 'implicitDeny',
    otherwise: 'allowed',
  },
  'I24 a grant to everybody and a session policy that is silent': {
    setting: { sessionPolicyLimitsDirectGrants: true },
    policies: {
      session: [statement('session', { Effect: 'Allow', Action: 'ec2:*', Resource: '*' })],
      resource: statement('resource', { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
    },
    request: { principal: SESSION },
    documented: 'allowed',
    otherwise: 'implicitDeny',
  },
  'I27 an RCP on a service that is not listed': {
    setting: { rcpServices: 'all' },
    policies: {
      identity: [ALL],
      rcps: [
        {
          level: 'root',
          policies: [statement('rcp', { Effect: 'Deny', Principal: '*', Action: 'ec2:*', Resource: '*' })],
        },
      ],
    },
    request: { action: 'ec2:StopInstances', resource: 'arn:aws:ec2:us-east-1:111122223333:instance/i-1' },
    documented: 'allowed',
    otherwise: 'explicitDeny',
  },
  'F30 an IAM user with a token issue time': {
    setting: { userWithToken: 'console' },
    policies: { identity: [ALL] },
    request: { action: 'iam:GetUser', resource: ALICE, context: { 'aws:TokenIssueTime': '2026-11-23T09:00:00Z' } },
    documented: 'implicitDeny',
    otherwise: 'allowed',
  },
};

it.each(Object.entries(POINTS))('%s is read as documented, or as the setting says', (_, point) => {
  const asked = request(point.request);
  expect(decide(point.policies, asked)?.decision).toBe(point.documented);
  expect(decide(point.policies, asked, { ...DEFAULT_SETTINGS, ...point.setting })?.decision).toBe(point.otherwise);
});

it('every setting of the evaluator has a point', () => {
  const tested = Object.values(POINTS).flatMap((point) => Object.keys(point.setting));
  // Role chains read this one.
  const elsewhere = ['inheritedTagsNeedTagSession'];
  expect([...tested, ...elsewhere].sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
});
