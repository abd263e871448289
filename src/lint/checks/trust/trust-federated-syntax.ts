/** Federated principals that are no providers. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atPrincipal } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const trustFederatedSyntax = defineCheck({
  id: 'trust-federated-syntax',
  severity: 'error',
  types: ['trust'],
  title: 'a federated principal that is neither a domain nor the ARN of a provider',
  why: 'AWS finds no such provider: nobody can take on the role with it',
  help: 'write the ARN of the SAML or OIDC provider, or the name of a built-in one',
  references: [UG('reference_policies_elements_principal'), VALIDATOR],
  aws: ['INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY'],
  bad: badExample(
    'trust',
    '/Statement/0/Principal/Federated',
    trust({ Federated: 'arn:aws:iam::111122223333:provider/login' }, { Action: 'sts:AssumeRoleWithSAML' }),
  ),
  good: example(
    'trust',
    trust(
      { Federated: 'arn:aws:iam::111122223333:saml-provider/login' },
      {
        Action: 'sts:AssumeRoleWithSAML',
        Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
      },
    ),
  ),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    for (const [index, { kind, value }] of view.principals.entries()) {
      if (kind !== 'Federated' || FORM.test(value) || /[*?]|\$\{|[<{]/.test(value)) continue;
      report({ message: `\`${value}\` is no identity provider`, at: atPrincipal(view, index) });
    }
  }),
});

const FORM = /^(?:arn:[a-z-]+:iam::\d{12}:(?:saml-provider\/[\w.-]+|oidc-provider\/\S+)|[a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i;
