/** Resources that leave nothing out. */
import { TRAIT } from '../../action-traits.ts';
import { isUnconditional } from '../../breadth.ts';
import { badExample, defineCheck, eachWithArns, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atResource } from '../../places.ts';
import { UG } from '../../references.ts';
import { someAction } from '../../statement-view.ts';

export const effectivelyStar = defineCheck({
  id: 'effectively-star',
  severity: 'warning',
  types: ['identity'],
  title: 'a resource that is every resource of the service',
  why: 'it looks like a limit and is none',
  help: 'name the resources, or write `*` and mean it',
  references: [UG('reference_policies_elements_resource')],
  bad: badExample(
    'identity',
    '/Statement/0/Resource',
    allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:*:*:*' }),
  ),
  good: example('identity', allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:*:111122223333:jobs' })),
  needs: TRAIT.arns,
  run: eachWithArns((view, report) => {
    if (!isUnconditional(view) || view.notResource || view.notAction) return;
    for (const [index, { wholeService, text }] of view.resources.entries()) {
      if (!wholeService || !someAction(view, TRAIT.changes)) continue;
      report({ message: `\`${text}\` is every resource of the service`, at: atResource(view, index) });
    }
  }),
});
