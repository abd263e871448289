/** A role session that was narrowed by a session policy. */
import type { SceneTemplate } from '../scene.ts';
import { drawRoleSession, drawThing } from '../vocabulary.ts';
import { allow, deny, named } from '../write-policy.ts';
import { grantTo } from './same-account.ts';

export const sessions: SceneTemplate = (draw) => {
  const thing = drawThing(draw);
  const caller = drawRoleSession(draw);
  const resource = draw.chance(65) ? grantTo(draw, thing, caller) : [];
  const session = draw.chance(50) ? allow('OnlyThis', thing.action, thing.wide) : allow('OnlyCompute', 'ec2:*', '*');
  return {
    topic: 'sessions',
    story: `${thing.story} A broker assumes a role for each job and passes a session policy.`,
    document: {
      policies: {
        identity: [
          named(
            'role-policy',
            allow('UseCompute', 'ec2:Describe*', '*'),
            ...(draw.chance(55)
              ? [allow('UseService', draw.pick([thing.action, `${thing.service}:*`]), thing.wide)]
              : []),
            ...(draw.chance(15) ? [deny('Guard', `${thing.service}:*`, '*')] : []),
          ),
        ],
        session: [named('session-policy', session)],
        ...(resource.length > 0 ? { resource: named(thing.policy, ...resource) } : {}),
      },
      request: { principal: caller, action: thing.action, resource: thing.resource, context: {} },
    },
  };
};
