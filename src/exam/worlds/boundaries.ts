/** A permissions boundary beside identity-based and resource-based policy. */
import type { SceneTemplate } from '../scene.ts';
import { drawCaller, drawThing } from '../vocabulary.ts';
import { allow, deny, named } from '../write-policy.ts';
import { grantTo } from './same-account.ts';

export const boundaries: SceneTemplate = (draw) => {
  const thing = drawThing(draw);
  const caller = drawCaller(draw);
  const resource = draw.chance(65) ? grantTo(draw, thing, caller) : [];
  const boundary = draw.chance(40)
    ? [allow('CeilingForData', `${thing.service}:*`, '*'), allow('CeilingForCompute', 'ec2:*', '*')]
    : [allow('CeilingForCompute', ['ec2:*', 'cloudwatch:*'], '*')];
  return {
    topic: 'boundaries',
    story: `${thing.story} A permissions boundary is attached to whoever works on it.`,
    document: {
      policies: {
        identity: [
          named(
            'work-policy',
            allow('UseCompute', 'ec2:Describe*', '*'),
            ...(draw.chance(60)
              ? [allow('UseService', draw.pick([thing.action, `${thing.service}:*`]), thing.wide)]
              : []),
          ),
        ],
        boundary: [
          named('work-boundary', ...boundary, ...(draw.chance(15) ? [deny('CeilingGuard', thing.action, '*')] : [])),
        ],
        ...(resource.length > 0 ? { resource: named(thing.policy, ...resource) } : {}),
      },
      request: { principal: caller, action: thing.action, resource: thing.resource, context: {} },
    },
  };
};
