/** Every action on every resource. */
import { GRANTING, isUnconditional, reachesEverything } from '../../breadth.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atAction } from '../../places.ts';
import { UG } from '../../references.ts';

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
  run: eachStatement((view, report) => {
    if (!isUnconditional(view) || view.notAction || !reachesEverything(view)) return;
    const index = view.actions.findIndex(({ everything }) => everything);
    if (index === -1) return;
    report({ message: 'every action is allowed on every resource', at: atAction(view, index) });
  }),
});
