/** Assuming a role: the trust policy, and the caller's permission. */
import { OTHER, OWN } from '../accounts.ts';
import type { SceneTemplate } from '../scene.ts';
import { drawCaller } from '../vocabulary.ts';
import { accountArn, allow, deny, identityArn, named } from '../write-policy.ts';

export const roles: SceneTemplate = (draw) => {
  const caller = drawCaller(draw);
  const account = draw.chance(60) ? OTHER : OWN;
  const name = draw.pick(['AuditorRole', 'PartnerReader', 'ReleaseRole', 'sagemaker_lab_role_admin']);
  const role = `arn:aws:iam::${account}:role/${name}`;
  const whom = draw.pick([accountArn(OWN), accountArn(OWN), identityArn(caller), `arn:aws:iam::${OWN}:user/erin`]);
  const externalId = draw.chance(30) ? { Condition: { StringEquals: { 'sts:ExternalId': 'course-4711' } } } : {};
  const identity = [
    allow('UseCompute', 'ec2:Describe*', '*'),
    ...(draw.chance(55)
      ? [allow('AssumeRoles', 'sts:AssumeRole', draw.pick([role, `arn:aws:iam::${account}:role/*`]))]
      : []),
    ...(draw.chance(15) ? [deny('GuardRoles', 'sts:*', '*')] : []),
  ];
  return {
    topic: 'roles',
    story: 'A company lets its people change into roles for special tasks.',
    document: {
      policies: {
        identity: [named('staff-policy', ...draw.shuffle(identity))],
        trust: named(`${name}-trust`, {
          Sid: 'Trust',
          Effect: 'Allow',
          Principal: { AWS: whom },
          Action: 'sts:AssumeRole',
          ...externalId,
        }),
        ...(draw.chance(20)
          ? { boundary: [named('staff-boundary', allow('Ceiling', draw.pick(['*', 'ec2:*']), '*'))] }
          : {}),
      },
      request: {
        principal: caller,
        action: 'sts:AssumeRole',
        resource: role,
        resourceAccount: account,
        context: draw.chance(50) ? { 'sts:ExternalId': 'course-4711' } : {},
      },
    },
  };
};
