/** Every action on every resource. */
import { TRAIT } from '../../action-traits.ts';
import { GRANTING, isUnconditional, reachesEverything } from '../../breadth.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atAction } from '../../places.ts';
import { UG } from '../../references.ts';
import { someAction } from '../../statement-view.ts';

export const fullWildcard = defineCheck({
  id: 'full-wildcard',
  severity: 'security',
  types: GRANTING,
  title: 'an Allow of every action on every resource',
  why: 'whoever has it can do anything in the account, and can give it on',
  help: 'list the actions and resources that are needed',
  references: [UG('best-practices')],
  bad: badExample('identity', '/Statement/0/Action', allow({ Action: '*', Resource: '*' })),
  good: example('identity', allow()),
  needs: TRAIT.everything,
  run: eachStatement((view, report) => {
    if (!someAction(view, TRAIT.everything)) return;
    if (!isUnconditional(view) || view.notAction || !reachesEverything(view)) return;
    const index = view.actions.findIndex(({ everything }) => everything);
    report({ message: 'every action is allowed on every resource', at: atAction(view, index) });
  }),
});
