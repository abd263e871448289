/** Write the missing Condition: graded by running the requests that it has to decide. */

import type { QuestionDraft } from '../draft.ts';
import type { Draw } from '../draw.ts';
import { MISCONCEPTIONS } from '../misconceptions/index.ts';
import type { Test } from '../question.ts';
import { passesAll } from '../run-tests.ts';
import type { WorldDocument } from '../world.ts';
import { allow, deny, named, type StatementValue, user } from '../write-policy.ts';

type Context = Record<string, string | readonly string[]>;

interface Task {
  readonly goal: string;
  readonly statement: StatementValue;
  readonly cases: readonly (readonly [Test['expect'], Context])[];
  readonly model: object;
  /** What might be written instead; those that a misconception takes for right are traps. */
  readonly tempting: readonly object[];
}

const MFA = 'aws:MultiFactorAuthPresent';

const TASKS: readonly [(draw: Draw) => Task, ...((draw: Draw) => Task)[]] = [
  (draw) => {
    const range = draw.pick(['203.0.113.0/24', '198.51.100.0/24']);
    const [inside, outside] = range.startsWith('203')
      ? ['203.0.113.25', '198.51.100.7']
      : ['198.51.100.7', '203.0.113.25'];
    return {
      goal: `Deny every request from outside ${range}, but not those that have no source address because they come through a VPC endpoint.`,
      statement: deny('Guard', 's3:*', '*'),
      cases: [
        ['allowed', { 'aws:SourceIp': inside }],
        ['denied', { 'aws:SourceIp': outside }],
        ['allowed', {}],
      ],
      model: { NotIpAddress: { 'aws:SourceIp': range }, Null: { 'aws:SourceIp': 'false' } },
      tempting: [{ NotIpAddress: { 'aws:SourceIp': range } }, { NotIpAddressIfExists: { 'aws:SourceIp': range } }],
    };
  },
  (draw) => ({
    goal: 'Deny whatever is not done with MFA, also requests signed with long-term access keys, which lack the key.',
    statement: deny('Guard', draw.pick(['s3:*', 's3:Get*']), '*'),
    cases: [
      ['allowed', { [MFA]: 'true' }],
      ['denied', { [MFA]: 'false' }],
      ['denied', {}],
    ],
    model: { BoolIfExists: { [MFA]: 'false' } },
    tempting: [{ Bool: { [MFA]: 'false' } }],
  }),
  (draw) => {
    const tag = draw.pick(['team', 'cost-center', 'project']);
    return {
      goal: `Allow only requests that carry tags, and no other tag than \`${tag}\` and \`owner\`.`,
      statement: allow('Tagged', 's3:*', '*'),
      cases: [
        ['allowed', { 'aws:TagKeys': [tag] }],
        ['allowed', { 'aws:TagKeys': [tag, 'owner'] }],
        ['denied', { 'aws:TagKeys': [tag, 'secret'] }],
        ['denied', {}],
      ],
      model: { 'ForAllValues:StringEquals': { 'aws:TagKeys': [tag, 'owner'] }, Null: { 'aws:TagKeys': 'false' } },
      tempting: [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': [tag, 'owner'] } }],
    };
  },
  (draw) => {
    const team = draw.pick(['blue', 'green', 'research']);
    return {
      goal: `Allow every caller whose tag \`team\` begins with \`${team}-\`, in lower case, and nobody else.`,
      statement: allow('Teams', 's3:*', '*'),
      cases: [
        ['allowed', { 'aws:PrincipalTag/team': `${team}-1` }],
        ['denied', { 'aws:PrincipalTag/team': `${team.toUpperCase()}-1` }],
        ['denied', { 'aws:PrincipalTag/team': 'red-1' }],
        ['denied', {}],
      ],
      model: { StringLike: { 'aws:PrincipalTag/team': `${team}-*` } },
      tempting: [{ StringEquals: { 'aws:PrincipalTag/team': `${team}-*` } }],
    };
  },
  (draw) => {
    const [one, other] = draw.pick<readonly [string, string]>([
      ['us-east-1', 'eu-west-1'],
      ['eu-west-1', 'eu-central-1'],
      ['us-east-1', 'us-east-2'],
    ]);
    return {
      goal: `Allow with MFA in the Regions ${one} and ${other}, and nothing else.`,
      statement: allow('Regions', 's3:*', '*'),
      cases: [
        ['allowed', { [MFA]: 'true', 'aws:RequestedRegion': one }],
        ['allowed', { [MFA]: 'true', 'aws:RequestedRegion': other }],
        ['denied', { [MFA]: 'false', 'aws:RequestedRegion': one }],
        ['denied', { 'aws:RequestedRegion': other }],
        ['denied', { [MFA]: 'true', 'aws:RequestedRegion': 'ap-south-1' }],
      ],
      model: { Bool: { [MFA]: 'true' }, StringEquals: { 'aws:RequestedRegion': [one, other] } },
      tempting: [{ BoolIfExists: { [MFA]: 'true' }, StringEquals: { 'aws:RequestedRegion': [one, other] } }],
    };
  },
  (draw) => {
    const vpce = draw.pick(['vpce-0a1b2c3d', 'vpce-0e4f5a6b']);
    return {
      goal: `Deny every request that does not come through the endpoint ${vpce}, from the internet included.`,
      statement: deny('Guard', 's3:*', '*'),
      cases: [
        ['allowed', { 'aws:SourceVpce': vpce }],
        ['denied', { 'aws:SourceVpce': 'vpce-0ffffffff' }],
        ['denied', {}],
      ],
      model: { StringNotEquals: { 'aws:SourceVpce': vpce } },
      tempting: [{ StringNotEquals: { 'aws:SourceVpce': vpce }, Null: { 'aws:SourceVpce': 'false' } }],
    };
  },
];

export function condition(draw: Draw): QuestionDraft | undefined {
  const task = draw.pick(TASKS)(draw);
  const caller = user(draw.pick(['alice', 'bob', 'dana', 'ml_user_predict']));
  const bucket = draw.pick(['ml-course', 'quarterly-reports', 'claims-archive']);
  const resource = `arn:aws:s3:::${bucket}/q3.csv`;
  const tests = task.cases.map(
    ([expect, context]): Test => ({
      request: { principal: caller, action: 's3:GetObject', resource, context },
      expect,
    }),
  );
  const [first] = tests;
  if (!first) return undefined;
  const written = (Condition: object | undefined) => documentOf(task.statement, Condition, first.request);
  if (passesAll(written(undefined), tests) || !passesAll(written(task.model), tests)) return undefined;
  const traps = task.tempting.flatMap((one) => {
    if (passesAll(written(one), tests)) return [];
    const believer = MISCONCEPTIONS.find((misconception) => passesAll(written(one), tests, misconception));
    return believer ? [{ text: JSON.stringify(one), misconception: believer }] : [];
  });
  return {
    scene: {
      topic: 'conditions',
      story: `A team keeps its files in the bucket ${bucket}.`,
      document: written(undefined),
    },
    ask: `${task.goal} Write the Condition of the statement ${task.statement.Sid} as JSON.`,
    options: [],
    explanation: [`One that does it: ${JSON.stringify(task.model)}`],
    tests,
    written: { answer: JSON.stringify(task.model), sid: task.statement.Sid, traps },
  };
}

/** A Deny needs something to take away from. */
function documentOf(
  statement: StatementValue,
  Condition: object | undefined,
  request: WorldDocument['request'],
): WorldDocument {
  const base = statement.Effect === 'Deny' ? allow('UseFiles', 's3:*', '*') : allow('UseCompute', 'ec2:*', '*');
  return {
    policies: { identity: [named('files-policy', base, { ...statement, ...(Condition ? { Condition } : {}) })] },
    request,
  };
}
