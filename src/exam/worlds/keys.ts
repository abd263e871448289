/** KMS keys: the key policy speaks first, identity-based policies only where it lets them. */
import { OTHER, OWN } from '../accounts.ts';
import type { SceneTemplate } from '../scene.ts';
import { drawCaller } from '../vocabulary.ts';
import { accountArn, allow, allowTo, deny, identityArn, named } from '../write-policy.ts';

export const keys: SceneTemplate = (draw) => {
  const caller = drawCaller(draw);
  const account = draw.chance(30) ? OTHER : OWN;
  const key = `arn:aws:kms:us-east-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  const action = draw.pick(['kms:Decrypt', 'kms:GenerateDataKey', 'kms:Encrypt']);
  const whom = draw.pick([
    accountArn(OWN),
    accountArn(OWN),
    identityArn(caller),
    caller.arn,
    `arn:aws:iam::${OWN}:user/erin`,
  ]);
  const identity = [
    allow('UseCompute', 'ec2:Describe*', '*'),
    ...(draw.chance(60) ? [allow('UseKeys', draw.pick([action, 'kms:*']), draw.pick([key, '*']))] : []),
    ...(draw.chance(12) ? [deny('GuardKeys', 'kms:*', '*')] : []),
  ];
  return {
    topic: 'keys',
    story: 'A team encrypts its training data with a customer managed key of AWS KMS.',
    document: {
      policies: {
        identity: [named('crypto-policy', ...draw.shuffle(identity))],
        resource: named('key-policy', allowTo('KeyUsers', { AWS: whom }, draw.pick(['kms:*', action]), '*')),
        ...(draw.chance(25)
          ? { boundary: [named('crypto-boundary', allow('Ceiling', draw.pick(['kms:*', 'ec2:*']), '*'))] }
          : {}),
      },
      request: { principal: caller, action, resource: key, resourceAccount: account, context: {} },
    },
  };
};
