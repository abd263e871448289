/** SCPs on root, organizational unit and account, and whom they bind. */
import { OTHER, OWN } from '../accounts.ts';
import type { Draw } from '../draw.ts';
import type { SceneTemplate } from '../scene.ts';
import { drawCaller, drawThing, type Thing } from '../vocabulary.ts';
import { accountArn, allow, type CallerValue, deny, named, type StatementValue } from '../write-policy.ts';
import { grantTo } from './same-account.ts';

export const organizations: SceneTemplate = (draw) => {
  const crosses = draw.chance(25);
  const thing = drawThing(draw, crosses ? OTHER : OWN);
  const caller = drawMember(draw);
  const isRoot = caller.type === 'root';
  const resource = crosses || draw.chance(40) ? grantTo(draw, thing, caller, OWN) : [];
  const scps = draw.chance(crosses ? 50 : 95) ? drawScps(draw, thing) : undefined;
  const guard = { Condition: { StringNotEquals: { 'aws:RequestedRegion': ['us-east-1', 'eu-west-1'] } } };
  const ownerGuard = draw.chance(50)
    ? deny('OwnerGuard', `${thing.service}:*`, '*')
    : deny('OwnerRegions', '*', '*', guard);
  return {
    topic: 'organizations',
    story: `${thing.story} Its accounts belong to an organization in AWS Organizations.`,
    document: {
      policies: {
        ...(isRoot
          ? {}
          : {
              identity: [
                named(
                  'member-policy',
                  allow('UseCompute', 'ec2:Describe*', '*'),
                  ...(draw.chance(70) ? [allow('UseService', `${thing.service}:*`, draw.pick([thing.wide, '*']))] : []),
                ),
              ],
            }),
        ...(scps ? { scps } : {}),
        ...(resource.length > 0 ? { resource: named(thing.policy, ...resource) } : {}),
        ...(crosses ? { resourceAccountScps: [{ level: 'root', policies: [named('owner-scp', ownerGuard)] }] } : {}),
      },
      request: {
        principal: caller,
        action: thing.action,
        resource: thing.resource,
        resourceAccount: crosses ? OTHER : OWN,
        context: { 'aws:RequestedRegion': draw.pick(['us-east-1', 'ap-south-1']) },
      },
    },
  };
};

function drawMember(draw: Draw): CallerValue {
  const turn = draw.below(10);
  if (turn < 2) return { type: 'root', arn: accountArn(OWN), account: OWN };
  if (turn < 4) return { ...drawCaller(draw), managementAccount: true };
  return drawCaller(draw);
}

/** Each level allows everything, only some services, or everything but. */
function drawScps(draw: Draw, thing: Thing) {
  const levels = draw.chance(50) ? ['root', 'ou', 'account'] : ['root', 'account'];
  return levels.map((level) => {
    const sid = level === 'root' ? 'AtRoot' : level === 'ou' ? 'AtOu' : 'AtAccount';
    return { level, policies: [named(`${level}-scp`, ...drawLevel(draw, thing, sid))] };
  });
}

function drawLevel(draw: Draw, thing: Thing, sid: string): readonly StatementValue[] {
  const turn = draw.below(10);
  if (turn < 6) return [allow(`${sid}AllowAll`, '*', '*')];
  if (turn < 8) return [allow(`${sid}AllowSome`, ['ec2:*', 'cloudwatch:*', 'iam:*'], '*')];
  return [allow(`${sid}AllowAll`, '*', '*'), deny(`${sid}Guard`, draw.pick([`${thing.service}:*`, thing.action]), '*')];
}
