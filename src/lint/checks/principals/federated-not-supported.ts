/** Federated principals outside of trust policies. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atPrincipal } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const federatedNotSupported = defineCheck({
  id: 'federated-not-supported',
  severity: 'error',
  types: ['resource', 'vpce'],
  title: 'a federated principal in a policy that is no trust policy',
  why: 'identity providers only take on roles: in policies of other resources nobody matches them',
  help: 'name the role that the provider takes on',
  references: [UG('reference_policies_elements_principal'), VALIDATOR],
  aws: ['FEDERATED_PRINCIPAL_NOT_SUPPORTED'],
  bad: badExample(
    'resource',
    '/Statement/0/Principal/Federated',
    allow({ Principal: { Federated: 'accounts.google.com' } }),
  ),
  good: example('resource', allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/app' } })),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    for (const [index, { kind, value }] of view.principals.entries()) {
      if (kind === 'Federated')
        report({ message: `\`${value}\` can only take on a role`, at: atPrincipal(view, index) });
    }
  }),
});
