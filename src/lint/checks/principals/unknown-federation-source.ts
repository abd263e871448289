/** Identity providers that AWS does not know by name. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atPrincipal } from '../../places.ts';
import { UG } from '../../references.ts';
import { isBuiltIn } from '../../trust-view.ts';

export const unknownFederationSource = defineCheck({
  id: 'unknown-federation-source',
  severity: 'warning',
  types: ['trust'],
  title: 'a provider that AWS does not know by name',
  why: 'only four providers go by their names; any other is an object of the account, with an ARN',
  help: 'write the ARN of the provider: `arn:aws:iam::111122223333:oidc-provider/...`',
  references: [UG('reference_policies_elements_principal')],
  bad: badExample(
    'trust',
    '/Statement/0/Principal/Federated',
    trust({ Federated: 'login.example.com' }, { Action: 'sts:AssumeRoleWithWebIdentity' }),
  ),
  good: example(
    'trust',
    trust(
      { Federated: 'accounts.google.com' },
      {
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { 'accounts.google.com:aud': 'a1b2', 'accounts.google.com:sub': '1' } },
      },
    ),
  ),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    for (const [index, { kind, value }] of view.principals.entries()) {
      if (
        kind !== 'Federated' ||
        isBuiltIn(value) ||
        value.startsWith('arn:') ||
        !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(value)
      )
        continue;
      report({ message: `AWS knows no provider \`${value}\` by name`, at: atPrincipal(view, index) });
    }
  }),
});
