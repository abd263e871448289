/** Everybody, without a condition that keeps anybody out. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atPrincipal } from '../../places.ts';
import { UG } from '../../references.ts';
import { narrowsCallers } from '../../source-keys.ts';
import { namesEverybody } from '../../statement-view.ts';

export const principalRequiresCondition = defineCheck({
  id: 'principal-requires-condition',
  severity: 'security',
  types: ['resource'],
  title: 'an Allow to everybody that no condition narrows',
  why: 'everybody is everybody in the world: other accounts, and for some services callers without any',
  help: 'name the principals, or add a condition such as one on `aws:PrincipalOrgID`',
  references: [UG('reference_policies_elements_principal')],
  bad: badExample('resource', '/Statement/0/Principal', allow({ Principal: '*' })),
  good: example(
    'resource',
    allow({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
  ),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    if (!view.allows || !namesEverybody(view) || narrowsCallers(view)) return;
    const index = view.principals.findIndex(({ value }) => value === '*');
    report({ message: 'everybody is allowed', at: atPrincipal(view, index) });
  }),
});
