/** Every action of a service, on everything it has. */
import { TRAIT } from '../../action-traits.ts';
import { isUnconditional, reachesEverything } from '../../breadth.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atAction } from '../../places.ts';
import { UG } from '../../references.ts';
import { someAction } from '../../statement-view.ts';

export const serviceWildcard = defineCheck({
  id: 'service-wildcard',
  severity: 'warning',
  types: ['identity'],
  title: 'an Allow of every action of a service on every resource',
  why: 'it takes in what deletes, what shares with others and what the service will add; policies of resources are not looked at, as key policies are to give all of KMS to their account',
  help: 'list the actions, or limit the resources',
  references: [UG('best-practices')],
  bad: badExample('identity', '/Statement/0/Action', allow({ Action: 's3:*', Resource: '*' })),
  good: example('identity', allow({ Action: 's3:*' })),
  options: { allowed: { default: [], what: 'service prefixes that may be allowed as a whole' } },
  needs: TRAIT.wholeService,
  run: eachStatement((view, report, { option }) => {
    if (!someAction(view, TRAIT.wholeService)) return;
    if (!isUnconditional(view) || view.notAction || !reachesEverything(view)) return;
    const allowed = option('service-wildcard', 'allowed');
    for (const [index, { name, service, serviceIsKnown }] of view.actions.entries()) {
      if (name !== '*' || !serviceIsKnown) continue;
      if (Array.isArray(allowed) && allowed.includes(service)) continue;
      report({ message: `every action of \`${service}\` is allowed on every resource`, at: atAction(view, index) });
    }
  }),
});
