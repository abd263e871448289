/** NotAction and NotResource in one Allow. */
import { TRAIT } from '../../action-traits.ts';
import { GRANTING } from '../../breadth.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atActions } from '../../places.ts';
import { UG } from '../../references.ts';

export const notActionWithNotResource = defineCheck({
  id: 'not-action-with-not-resource',
  severity: 'security',
  types: GRANTING,
  title: 'an Allow of everything but some actions on everything but some resources',
  why: 'nearly everything is allowed on nearly everything, and nobody can say at a glance what is not',
  help: 'write Action and Resource',
  references: [UG('reference_policies_elements_notaction'), UG('reference_policies_elements_notresource')],
  bad: badExample(
    'identity',
    '/Statement/0/NotAction',
    allow({ Action: undefined, NotAction: 'iam:*', Resource: undefined, NotResource: 'arn:aws:s3:::secrets/*' }),
  ),
  good: example('identity', allow()),
  needs: TRAIT.notResource,
  run: eachStatement((view, report) => {
    if (!view.allows || !view.notAction || !view.notResource) return;
    report({ message: 'everything is allowed but for two lists', at: atActions(view) });
  }),
});
