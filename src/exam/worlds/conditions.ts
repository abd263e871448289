/** Conditions: keys that are absent, several keys and values, IfExists, negated and set operators. */
import type { Draw } from '../draw.ts';
import type { SceneTemplate } from '../scene.ts';
import { drawThing, drawUser } from '../vocabulary.ts';
import { allow, deny, named } from '../write-policy.ts';

type Context = Record<string, string | readonly string[]>;

interface Conditioned {
  readonly condition: object;
  readonly context: Context;
}

export const conditions: SceneTemplate = (draw) => {
  const thing = drawThing(draw);
  const { condition, context } = drawCondition(draw);
  const extra = { Condition: condition };
  const isDeny = draw.chance(45);
  const identity = isDeny
    ? [
        allow('UseService', `${thing.service}:*`, '*'),
        deny('Guard', draw.pick([thing.action, `${thing.service}:*`]), '*', extra),
      ]
    : [
        allow('UseWhere', thing.action, thing.wide, extra),
        ...(draw.chance(30) ? [allow('UseService', `${thing.service}:*`, '*')] : []),
        allow('UseCompute', 'ec2:Describe*', '*'),
      ];
  return {
    topic: 'conditions',
    story: `${thing.story} Access depends on where a request comes from and what it carries.`,
    document: {
      policies: { identity: [named('conditional-policy', ...identity)] },
      request: { principal: drawUser(draw), action: thing.action, resource: thing.resource, context },
    },
  };
};

const VPCE = ['vpce-0a1b2c3d', 'vpce-0e4f5a6b'] as const;

function drawCondition(draw: Draw): Conditioned {
  const mfa = draw.pick<Context>([
    {},
    { 'aws:MultiFactorAuthPresent': 'true' },
    { 'aws:MultiFactorAuthPresent': 'false' },
  ]);
  const vpce = draw.pick<Context>([{}, { 'aws:SourceVpce': VPCE[0] }, { 'aws:SourceVpce': 'vpce-0ffffffff' }]);
  const tag = draw.pick<Context>([
    {},
    { 'aws:PrincipalTag/team': 'blue' },
    { 'aws:PrincipalTag/team': 'Blue' },
    { 'aws:PrincipalTag/team': 'green' },
  ]);
  const region: Context = { 'aws:RequestedRegion': draw.pick(['us-east-1', 'eu-west-1', 'ap-south-1']) };
  const suffix = draw.chance(40) ? 'IfExists' : '';
  switch (draw.below(8)) {
    case 0:
      return {
        condition: { [`Bool${suffix}`]: { 'aws:MultiFactorAuthPresent': draw.pick(['true', 'false']) } },
        context: mfa,
      };
    case 1:
      return { condition: { [`StringNotEquals${suffix}`]: { 'aws:SourceVpce': VPCE[0] } }, context: vpce };
    case 2:
      return { condition: { StringEquals: { 'aws:RequestedRegion': ['us-east-1', 'eu-west-1'] } }, context: region };
    case 3:
      return {
        condition: {
          [`Bool${suffix}`]: { 'aws:MultiFactorAuthPresent': 'true' },
          StringEquals: { 'aws:RequestedRegion': 'us-east-1' },
        },
        context: { ...mfa, ...region },
      };
    case 4:
      return {
        condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'cost-center'] } },
        context: draw.pick<Context>([{}, { 'aws:TagKeys': ['team'] }, { 'aws:TagKeys': ['team', 'owner'] }]),
      };
    case 5:
      return {
        condition: { [`StringEquals${suffix}`]: { 'aws:PrincipalTag/team': draw.pick(['blue', 'b*']) } },
        context: tag,
      };
    case 6:
      return {
        condition: {
          StringEquals: { 'aws:PrincipalTag/team': 'blue', 'aws:RequestedRegion': ['us-east-1', 'eu-west-1'] },
        },
        context: { ...tag, ...region },
      };
    default:
      return {
        condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
        context: draw.pick<Context>([{}, { 'aws:SourceIp': '203.0.113.25' }, { 'aws:SourceIp': '198.51.100.7' }]),
      };
  }
}
