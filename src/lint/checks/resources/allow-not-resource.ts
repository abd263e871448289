/** Allow with NotResource. */
import { TRAIT } from '../../action-traits.ts';
import { GRANTING, isUnconditional } from '../../breadth.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atResources } from '../../places.ts';
import { UG } from '../../references.ts';

export const allowNotResource = defineCheck({
  id: 'allow-not-resource',
  severity: 'security',
  types: GRANTING,
  title: 'an Allow on everything but some resources',
  why: 'every resource that is not listed is reached, those to come included',
  help: 'list what is needed in Resource; to take something away, allow it and deny the rest',
  references: [UG('reference_policies_elements_notresource')],
  bad: badExample(
    'identity',
    '/Statement/0/NotResource',
    allow({ Resource: undefined, NotResource: 'arn:aws:s3:::secrets/*' }),
  ),
  good: example('identity', allow()),
  needs: TRAIT.notResource,
  run: eachStatement((view, report) => {
    if (!isUnconditional(view) || !view.notResource || view.notAction) return;
    report({ message: 'the actions are allowed on everything but the listed resources', at: atResources(view) });
  }),
});
