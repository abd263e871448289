/** Trust in everybody. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atPrincipal } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { namesEverybody } from '../../statement-view.ts';

export const trustWildcardPrincipal = defineCheck({
  id: 'trust-wildcard-principal',
  severity: 'security',
  types: ['trust'],
  title: 'a trust policy that lets in everybody',
  why: "anybody with an AWS account can try to take on the role; only a condition keeps them out, and AWS's validator refuses it",
  help: 'name the accounts, roles or services',
  references: [UG('reference_policies_elements_principal'), VALIDATOR],
  aws: ['ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
  bad: badExample('trust', '/Statement/0/Principal', trust('*')),
  good: example('trust', trust({ AWS: 'arn:aws:iam::111122223333:role/app' })),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    if (!view.allows || !namesEverybody(view)) return;
    const index = view.principals.findIndex(({ value }) => value === '*');
    report({ message: 'everybody may take on the role', at: atPrincipal(view, index) });
  }),
});
