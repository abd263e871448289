/** One account, an identity-based and a resource-based policy: either grants, and a Deny in any of them wins. */
import { OWN } from '../accounts.ts';
import type { Draw } from '../draw.ts';
import type { SceneTemplate } from '../scene.ts';
import { drawCaller, drawThing, type Thing } from '../vocabulary.ts';
import {
  accountArn,
  allow,
  allowTo,
  type CallerValue,
  deny,
  identityArn,
  named,
  type StatementValue,
} from '../write-policy.ts';

export const sameAccount: SceneTemplate = (draw) => {
  const thing = drawThing(draw);
  const caller = drawCaller(draw);
  const identity = [
    allow('UseCompute', ['ec2:Describe*', 'cloudwatch:Get*'], '*'),
    ...(draw.chance(50) ? [allow('UseService', thing.action, draw.pick([thing.wide, thing.resource, '*']))] : []),
    ...(draw.chance(30) ? [drawDeny(draw, thing)] : []),
  ];
  const resource = [
    ...grantTo(draw, thing, caller),
    ...(draw.chance(15) ? [{ ...deny('KeepOut', `${thing.service}:*`, thing.wide), Principal: '*' }] : []),
  ];
  return {
    topic: 'same-account',
    story: thing.story,
    document: {
      policies: {
        identity: [named('team-policy', ...draw.shuffle(identity))],
        ...(resource.length > 0 ? { resource: named(thing.policy, ...draw.shuffle(resource)) } : {}),
      },
      request: { principal: caller, action: thing.action, resource: thing.resource, context: {} },
    },
  };
};

/** A Deny that a narrower Allow does not undo, or one that speaks of something else. */
function drawDeny(draw: Draw, thing: Thing): StatementValue {
  return draw.chance(70)
    ? deny('Guard', `${thing.service}:*`, draw.pick(['*', thing.wide]))
    : deny('GuardDeletes', `${thing.service}:Delete*`, '*');
}

/** Whom the resource-based policy names: the caller, its role's session, the account, or somebody else. */
export function grantTo(draw: Draw, thing: Thing, caller: CallerValue, account = OWN): readonly StatementValue[] {
  const whom = draw.pick([
    identityArn(caller),
    identityArn(caller),
    caller.arn,
    accountArn(account),
    accountArn(account),
    `arn:aws:iam::${account}:user/erin`,
    undefined,
  ]);
  return whom === undefined ? [] : [allowTo('Grant', { AWS: whom }, thing.action, thing.wide)];
}
