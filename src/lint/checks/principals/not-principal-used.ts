/** NotPrincipal in a Deny. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { deny } from '../../examples.ts';
import { atElement } from '../../places.ts';
import { UG } from '../../references.ts';

export const notPrincipalUsed = defineCheck({
  id: 'not-principal-used',
  severity: 'warning',
  types: ['resource', 'vpce'],
  title: 'NotPrincipal',
  why: 'to spare a role, its sessions and its account must be listed as well; whatever is forgotten is denied',
  help: 'write `"Principal": "*"` with `ArnNotLike` on `aws:PrincipalArn`',
  references: [UG('reference_policies_elements_notprincipal')],
  bad: badExample(
    'resource',
    '/Statement/0/NotPrincipal',
    deny({ NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/app' } }),
  ),
  good: example(
    'resource',
    deny({ Principal: '*', Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/app' } } }),
  ),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    // With Allow the parser tells it: allow-not-principal.
    if (view.allows || !view.notPrincipal) return;
    report({ message: 'everybody is denied whom the list does not name exactly', at: atElement(view, 'NotPrincipal') });
  }),
});
