/** Caller and resource in two accounts: both sides must allow. */
import { OTHER, OWN } from '../accounts.ts';
import type { SceneTemplate } from '../scene.ts';
import { drawCaller, drawThing } from '../vocabulary.ts';
import { allow, deny, named } from '../write-policy.ts';
import { grantTo } from './same-account.ts';

export const crossAccount: SceneTemplate = (draw) => {
  const thing = drawThing(draw, OTHER);
  const caller = drawCaller(draw);
  const identity = [
    allow('UseCompute', ['ec2:Describe*', 'cloudwatch:Get*'], '*'),
    ...(draw.chance(55) ? [allow('UsePartner', thing.action, draw.pick([thing.wide, '*']))] : []),
    ...(draw.chance(15) ? [deny('GuardAll', `${thing.service}:*`, '*')] : []),
  ];
  const resource = grantTo(draw, thing, caller, OWN);
  const ownerScps = [{ level: 'root', policies: [named('owner-scp', deny('NoSharing', `${thing.service}:*`, '*'))] }];
  return {
    topic: 'cross-account',
    story: `${thing.story} A partner works with it from another account.`,
    document: {
      policies: {
        identity: [named('partner-policy', ...draw.shuffle(identity))],
        ...(resource.length > 0 ? { resource: named(thing.policy, ...resource) } : {}),
        ...(draw.chance(25)
          ? { boundary: [named('partner-boundary', allow('Ceiling', draw.pick([`${thing.service}:*`, 'ec2:*']), '*'))] }
          : {}),
        ...(draw.chance(35) ? { resourceAccountScps: ownerScps } : {}),
      },
      request: {
        principal: caller,
        action: thing.action,
        resource: thing.resource,
        resourceAccount: OTHER,
        context: {},
      },
    },
  };
};
