/** Audiences that may be lists. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const trustConfirmAudType = defineCheck({
  id: 'trust-confirm-aud-type',
  severity: 'suggestion',
  types: ['trust'],
  title: 'a set operator on the audience of a token',
  why: 'most providers send one audience; with ForAllValues a token without any would fit',
  help: 'write the operator without ForAllValues, unless the provider sends a list',
  references: [UG('reference_policies_iam-condition-keys'), VALIDATOR],
  aws: ['CONFIRM_AUDIENCE_CLAIM_TYPE'],
  bad: badExample(
    'trust',
    '/Statement/0/Condition/ForAllValues:StringEquals/login.example.com:aud',
    trust(
      { Federated: 'arn:aws:iam::111122223333:oidc-provider/login.example.com' },
      {
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          'ForAllValues:StringEquals': { 'login.example.com:aud': 'app' },
          StringEquals: { 'login.example.com:sub': 'alice' },
        },
      },
    ),
  ),
  good: example(
    'trust',
    trust(
      { Federated: 'arn:aws:iam::111122223333:oidc-provider/login.example.com' },
      { Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringEquals: { 'login.example.com:aud': 'app' } } },
    ),
  ),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    for (const condition of view.conditions) {
      // Where the type of the key is published, qualifier-on-single-valued-key tells it.
      if (!condition.use?.qualifier || condition.key.known || !condition.key.lower.endsWith(':aud')) continue;
      report({
        message: `\`${condition.key.text}\` is a list only if the provider sends one`,
        at: atCondition(view, condition),
      });
    }
  }),
});
