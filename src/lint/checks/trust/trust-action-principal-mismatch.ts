/** Ways of taking on a role that its principals cannot go. */

import type { PrincipalEntry } from '../../../language/index.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atAction } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { oidcProvider } from '../../trust-view.ts';

export const trustActionPrincipalMismatch = defineCheck({
  id: 'trust-action-principal-mismatch',
  severity: 'error',
  types: ['trust'],
  title: 'an action that the principal cannot call',
  why: 'AssumeRole is for AWS principals and services, AssumeRoleWithSAML for SAML providers, AssumeRoleWithWebIdentity for OIDC providers: the statement lets nobody in',
  help: 'use the action that belongs to the principal',
  references: [UG('id_roles_create_for-idp'), VALIDATOR],
  aws: ['MISMATCHED_ACTION_FOR_PRINCIPAL'],
  bad: badExample(
    'trust',
    '/Statement/0/Action',
    trust(
      { Federated: 'cognito-identity.amazonaws.com' },
      { Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-west-1:1' } } },
    ),
  ),
  good: example(
    'trust',
    trust(
      { Federated: 'cognito-identity.amazonaws.com' },
      {
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            'cognito-identity.amazonaws.com:aud': 'eu-west-1:1',
            'cognito-identity.amazonaws.com:sub': 'eu-west-1:2',
          },
        },
      },
    ),
  ),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    if (!view.allows || view.notAction || view.notPrincipal || view.principals.length === 0) return;
    const ways = new Set(view.principals.map(wayOf));
    if (ways.has(undefined)) return;
    for (const [index, { lower, text }] of view.actions.entries()) {
      if (!WAYS.has(lower) || ways.has(lower)) continue;
      const kinds = [...new Set(view.principals.map(({ kind }) => kind))].join(' and ');
      const wanted = [...ways].map((way) => `\`${(way && WAYS.get(way)) ?? ''}\``).join(' or ');
      report({
        message: `the principals (${kinds}) cannot call \`${text}\``,
        at: atAction(view, index),
        help: `use ${wanted}`,
      });
    }
  }),
});

const WAYS: ReadonlyMap<string, string> = new Map(
  ['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

/** The action for a principal; undefined where the provider cannot be told. */
function wayOf(entry: PrincipalEntry): string | undefined {
  if (entry.kind !== 'Federated') return 'sts:assumerole';
  if (entry.value.includes(':saml-provider/')) return 'sts:assumerolewithsaml';
  return oidcProvider(entry) ? 'sts:assumerolewithwebidentity' : undefined;
}
