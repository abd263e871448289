/** Allow with NotAction. */
import { TRAIT } from '../../action-traits.ts';
import { GRANTING, isUnconditional } from '../../breadth.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atActions } from '../../places.ts';
import { UG } from '../../references.ts';

export const allowNotAction = defineCheck({
  id: 'allow-not-action',
  severity: 'security',
  types: GRANTING,
  title: 'an Allow of everything but some actions',
  why: 'every action that is not listed is allowed, of every service, those to come included',
  help: 'list what is needed in Action; to take something away, allow it and deny the rest',
  references: [UG('reference_policies_elements_notaction')],
  bad: badExample(
    'identity',
    '/Statement/0/NotAction',
    allow({ Action: undefined, NotAction: 'iam:*', Resource: '*' }),
  ),
  good: example('identity', allow()),
  needs: TRAIT.notAction,
  run: eachStatement((view, report) => {
    // With NotResource it is not-action-with-not-resource; a condition is taken as the limit that was meant.
    if (!isUnconditional(view) || !view.notAction || view.notResource) return;
    report({ message: 'everything but the listed actions is allowed', at: atActions(view) });
  }),
});
