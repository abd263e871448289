/** Actions whose answer holds credentials. */
import { TRAIT } from '../../action-traits.ts';
import { isUnconditional, reachesEverything } from '../../breadth.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atAction } from '../../places.ts';
import { UG } from '../../references.ts';
import { someAction } from '../../statement-view.ts';
import { EXPOSING } from '../../telling-actions.ts';

export const credentialsExposureAction = defineCheck({
  id: 'credentials-exposure-action',
  severity: 'warning',
  types: ['identity'],
  title: 'an action that hands out credentials, on every resource and without a condition',
  why: 'what it returns can be used outside of AWS and of every control on the caller',
  help: 'name the resources, or add a condition',
  references: [UG('best-practices')],
  bad: badExample('identity', '/Statement/0/Action', allow({ Action: 'iam:CreateAccessKey', Resource: '*' })),
  good: example(
    'identity',
    allow({ Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::111122223333:user/${aws:username}' }),
  ),
  needs: TRAIT.exposing,
  run: eachStatement((view, report) => {
    if (!someAction(view, TRAIT.exposing)) return;
    if (!isUnconditional(view) || view.notAction || !reachesEverything(view)) return;
    for (const [index, action] of view.actions.entries()) {
      if ((action.traits & TRAIT.exposing) === 0) continue;
      const found = action.actions.find(({ id, resources }) => EXPOSING.has(id) && resources.length > 0);
      if (found)
        report({ message: `\`${found.id}\` returns credentials, for every resource`, at: atAction(view, index) });
    }
  }),
});
