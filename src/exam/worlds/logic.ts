/** All layers at once, each of which allows or does not. */
import { OTHER, OWN } from '../accounts.ts';
import type { SceneTemplate } from '../scene.ts';
import { drawRoleSession, drawThing, drawUser } from '../vocabulary.ts';
import { allow, allowTo, named } from '../write-policy.ts';

export const logic: SceneTemplate = (draw) => {
  const account = draw.chance(60) ? OTHER : OWN;
  const thing = drawThing(draw, account);
  const hasSession = draw.chance(50);
  const caller = hasSession ? drawRoleSession(draw) : drawUser(draw);
  const part = (sid: string) =>
    allow(sid, draw.chance(25) ? `${thing.service}:*` : draw.pick(['ec2:*', 'cloudwatch:*', 'logs:*']), '*');
  return {
    topic: 'logic',
    story: `${thing.story} Several teams have put policies in the way.`,
    document: {
      policies: {
        identity: [named('identity-policy', part('AtIdentity'))],
        boundary: [named('boundary-policy', part('AtBoundary'))],
        ...(hasSession ? { session: [named('session-policy', part('AtSession'))] } : {}),
        ...(draw.chance(75) ? { scps: [{ level: 'root', policies: [named('root-scp', part('AtRoot'))] }] } : {}),
        ...(account === OTHER
          ? {
              resource: named(
                thing.policy,
                allowTo('Grant', { AWS: `arn:aws:iam::${account}:user/erin` }, thing.action, thing.wide),
              ),
            }
          : {}),
      },
      request: {
        principal: caller,
        action: thing.action,
        resource: thing.resource,
        resourceAccount: account,
        context: {},
      },
    },
  };
};
