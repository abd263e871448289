/** NotAction and NotPrincipal, the case of names, and the ARNs of buckets and objects. */
import { OWN } from '../accounts.ts';
import type { Scene, SceneTemplate } from '../scene.ts';
import { drawRoleSession, drawThing, drawUser } from '../vocabulary.ts';
import { accountArn, allow, allowTo, deny, identityArn, named } from '../write-policy.ts';

export const elements: SceneTemplate = (draw) => draw.pick([notAction, notPrincipal, caseOfNames, bucketArns])(draw);

const notAction: SceneTemplate = (draw) => {
  const thing = drawThing(draw);
  const listed = draw.pick([
    [thing.action],
    [`${thing.service}:*`],
    ['iam:*', 'organizations:*'],
    [`${thing.service}:*`, 'iam:*'],
  ]);
  const not = { Effect: draw.pick<'Allow' | 'Deny'>(['Allow', 'Deny']), NotAction: listed, Resource: '*' };
  const others = [
    allow('UseCompute', 'ec2:Describe*', '*'),
    ...(draw.chance(55) ? [allow('UseService', thing.action, thing.wide)] : []),
  ];
  return scene(thing.story, {
    policies: { identity: [named('exceptions-policy', ...draw.shuffle([{ Sid: 'AllBut', ...not }, ...others]))] },
    request: { principal: drawUser(draw), action: thing.action, resource: thing.resource, context: {} },
  });
};

const notPrincipal: SceneTemplate = (draw) => {
  const thing = drawThing(draw);
  const caller = drawRoleSession(draw);
  const spared = [
    identityArn(caller),
    ...(draw.chance(40) ? [caller.arn] : []),
    ...(draw.chance(50) ? [accountArn(OWN)] : []),
  ];
  return scene(thing.story, {
    policies: {
      identity: [
        named(
          'role-policy',
          ...(draw.chance(60) ? [allow('UseService', `${thing.service}:*`, '*')] : [allow('UseCompute', 'ec2:*', '*')]),
        ),
      ],
      resource: named(
        thing.policy,
        {
          Sid: 'AllBut',
          Effect: 'Deny',
          NotPrincipal: { AWS: spared },
          Action: `${thing.service}:*`,
          Resource: thing.wide,
        },
        ...(draw.chance(60) ? [allowTo('Grant', { AWS: identityArn(caller) }, thing.action, thing.wide)] : []),
      ),
    },
    request: { principal: caller, action: thing.action, resource: thing.resource, context: {} },
  });
};

const caseOfNames: SceneTemplate = (draw) => {
  const thing = drawThing(draw);
  const statement = draw.chance(60)
    ? [allow('UseService', thing.action.toLowerCase(), draw.pick([thing.wide, '*']))]
    : [
        allow('UseService', `${thing.service}:*`, '*'),
        deny('Guard', thing.action.toLowerCase(), draw.pick([thing.wide, '*'])),
      ];
  const value = draw.pick(['blue', 'Blue', 'b*']);
  const tagged = allow('UseTagged', thing.action, '*', {
    Condition: { StringEquals: { 'aws:PrincipalTag/team': value } },
  });
  return scene(thing.story, {
    policies: {
      identity: [
        named(
          'names-policy',
          allow('UseCompute', 'ec2:Describe*', '*'),
          ...statement,
          ...(draw.chance(30) ? [tagged] : []),
        ),
      ],
    },
    request: {
      principal: drawUser(draw),
      action: thing.action,
      resource: thing.resource,
      context: { 'aws:PrincipalTag/team': draw.pick(['blue', 'green']) },
    },
  });
};

const bucketArns: SceneTemplate = (draw) => {
  const [name, key] = draw.pick([
    ['ml-course', 'xgboost/input/train.csv'],
    ['quarterly-reports', '2026/q3.csv'],
    ['claims-archive', 'claims/4711.pdf'],
  ]);
  const onBucket = draw.chance(50);
  const action = onBucket ? 's3:ListBucket' : 's3:GetObject';
  const own = onBucket ? `arn:aws:s3:::${name}` : `arn:aws:s3:::${name}/*`;
  const others = onBucket ? `arn:aws:s3:::${name}/*` : `arn:aws:s3:::${name}`;
  const actions = draw.pick<string | readonly string[]>([
    action.toLowerCase(),
    ['s3:GetObject', 's3:ListBucket'],
    's3:*',
  ]);
  return scene('A team reads the files of a bucket in Amazon S3 with a script.', {
    policies: {
      identity: [
        named(
          'bucket-policy-of-the-team',
          draw.chance(70)
            ? allow('ReadFiles', actions, draw.pick([own, others, others]))
            : allow('ReadAll', 's3:*', '*'),
          ...(draw.chance(40) ? [deny('Guard', actions, draw.pick([own, others]))] : []),
          allow('ReadMetrics', 'cloudwatch:Get*', '*'),
        ),
      ],
    },
    request: {
      principal: drawUser(draw),
      action,
      resource: onBucket ? own : `arn:aws:s3:::${name}/${key}`,
      context: {},
    },
  });
};

function scene(story: string, document: Scene['document']): Scene {
  return { topic: 'elements', story, document };
}
