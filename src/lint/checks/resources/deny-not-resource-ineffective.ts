/** Deny with a NotResource that excepts everything. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { deny } from '../../examples.ts';
import { atResource } from '../../places.ts';
import { UG } from '../../references.ts';

export const denyNotResourceIneffective = defineCheck({
  id: 'deny-not-resource-ineffective',
  severity: 'warning',
  title: 'a Deny on everything but everything',
  why: 'the exception takes in every resource, so the statement denies nothing',
  help: 'list the resources to be spared, or write Resource',
  references: [UG('reference_policies_elements_notresource')],
  bad: badExample('identity', '/Statement/0/NotResource', deny({ Resource: undefined, NotResource: '*' })),
  good: example('identity', deny({ Resource: undefined, NotResource: 'arn:aws:s3:::reports/*' })),
  needs: TRAIT.notResource,
  run: eachStatement((view, report) => {
    if (view.allows || !view.notResource) return;
    const index = view.resources.findIndex(({ everything }) => everything);
    if (index !== -1)
      report({ message: '`NotResource` excepts every resource, so nothing is denied', at: atResource(view, index) });
  }),
});
