/** Every action, on some resources. */
import { TRAIT } from '../../action-traits.ts';
import { GRANTING, isUnconditional, reachesEverything } from '../../breadth.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atAction } from '../../places.ts';
import { UG } from '../../references.ts';
import { someAction } from '../../statement-view.ts';

export const wildcardAction = defineCheck({
  id: 'wildcard-action',
  severity: 'warning',
  types: GRANTING,
  title: 'an Allow of every action',
  why: 'the action `*` is every action of every service, those to come included',
  help: 'list the actions, or at least the service: `s3:*`',
  references: [UG('reference_policies_elements_action')],
  bad: badExample('identity', '/Statement/0/Action', allow({ Action: '*' })),
  good: example('identity', allow()),
  run: eachStatement((view, report) => {
    // On every resource it is full-wildcard.
    if (!someAction(view, TRAIT.everything) || !isUnconditional(view) || view.notAction || reachesEverything(view))
      return;
    const index = view.actions.findIndex(({ everything }) => everything);
    report({ message: 'every action is allowed', at: atAction(view, index) });
  }),
});
