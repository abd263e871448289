/** Service principals that no service has. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atPrincipal } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const invalidServicePrincipal = defineCheck({
  id: 'invalid-service-principal',
  severity: 'error',
  title: 'a service principal of the wrong form',
  why: 'no service calls under such a name: nobody matches it',
  help: 'write it as `lambda.amazonaws.com`',
  references: [UG('reference_policies_elements_principal'), VALIDATOR],
  aws: ['INVALID_SERVICE_PRINCIPAL_FORMAT'],
  bad: badExample('trust', '/Statement/0/Principal/Service', trust({ Service: 'lambda' })),
  good: example('trust', trust({ Service: 'lambda.amazonaws.com' })),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    for (const [index, { kind, value }] of view.principals.entries()) {
      if (kind !== 'Service' || FORM.test(value) || /[*?$<{]/.test(value)) continue;
      report({ message: `\`${value}\` is no service principal`, at: atPrincipal(view, index) });
    }
  }),
});

/** AWS: most end in amazonaws.com; a few of Alexa and of inner services do not. */
const FORM =
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|amazon\.com|aws\.internal|aws\.dev|c2s\.ic\.gov|sc2s\.sgov\.gov)$/i;
