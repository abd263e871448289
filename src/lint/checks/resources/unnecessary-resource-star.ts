/** The resource `*` where every action can be limited. */
import { TRAIT } from '../../action-traits.ts';
import { isUnconditional, reachesEverything } from '../../breadth.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atResource } from '../../places.ts';
import { SERVICE_REFERENCE, UG } from '../../references.ts';
import { everyAction, someAction } from '../../statement-view.ts';

export const unnecessaryResourceStar = defineCheck({
  id: 'unnecessary-resource-star',
  severity: 'suggestion',
  types: ['identity'],
  title: 'an Allow on every resource of actions that can all be limited to some',
  why: 'the statement reaches more than whoever wrote it had in mind',
  help: 'name the resources',
  references: [SERVICE_REFERENCE, UG('best-practices')],
  bad: badExample(
    'identity',
    '/Statement/0/Resource',
    allow({ Action: ['sqs:SendMessage', 'sqs:DeleteMessage'], Resource: '*' }),
  ),
  good: example('identity', allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs' })),
  needs: TRAIT.limitable,
  run: eachStatement((view, report) => {
    if (!isUnconditional(view) || view.notAction || !reachesEverything(view)) return;
    // Wildcards are told by the checks on actions; where all only reads, a star is taken as meant.
    if (!someAction(view, TRAIT.changes) || !everyAction(view, TRAIT.limitable)) return;
    const index = view.resources.findIndex(({ everything }) => everything);
    report({ message: 'every action of the statement can be limited to resources', at: atResource(view, index) });
  }),
});
