/** OIDC providers whose every token opens the role. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atPrincipal } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { narrows } from '../../statement-view.ts';
import { allowsTokens, GITHUB, oidcProvider } from '../../trust-view.ts';

export const trustOidcMissingCondition = defineCheck({
  id: 'trust-oidc-missing-condition',
  severity: 'security',
  types: ['trust'],
  title: 'an OIDC provider without a condition on the token',
  why: 'without a condition on the audience or the subject every token of the provider opens the role, those of strangers too',
  help: 'add conditions on `<provider>:aud` and `<provider>:sub`',
  references: [UG('id_roles_create_for-idp_oidc'), VALIDATOR],
  aws: ['MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL'],
  bad: badExample(
    'trust',
    '/Statement/0/Principal/Federated',
    trust({ Federated: 'accounts.google.com' }, { Action: 'sts:AssumeRoleWithWebIdentity' }),
  ),
  good: example(
    'trust',
    trust(
      { Federated: 'accounts.google.com' },
      { Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringEquals: { 'accounts.google.com:aud': 'a1b2' } } },
    ),
  ),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    if (!allowsTokens(view)) return;
    for (const [index, entry] of view.principals.entries()) {
      const provider = oidcProvider(entry);
      // GitHub's tokens are told by trust-github-missing-sub.
      if (!provider || provider === GITHUB) continue;
      if (view.conditions.some((one) => one.key.lower.startsWith(`${provider}:`) && narrows(one))) continue;
      report({
        message: `every token of \`${provider}\` opens the role`,
        at: atPrincipal(view, index),
        help: `add a condition on \`${provider}:aud\` or \`${provider}:sub\``,
      });
    }
  }),
});
