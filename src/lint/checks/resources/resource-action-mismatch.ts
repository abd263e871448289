/** Actions that none of the statement's resources fits. */
import type { ServiceAction } from '../../../catalog/index.ts';
import { isFor } from '../../action-resources.ts';
import { TRAIT } from '../../action-traits.ts';
import { reachesEverything } from '../../breadth.ts';
import { badExample, defineCheck, eachWithArns, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atAction } from '../../places.ts';
import { SERVICE_REFERENCE } from '../../references.ts';

export const resourceActionMismatch = defineCheck({
  id: 'resource-action-mismatch',
  severity: 'warning',
  title: 'an action that no resource of the statement is for',
  why: 'the statement never is about the action: an Allow does not give it, a Deny does not stop it',
  help: 'add a resource of the right type, or move the action to a statement of its own',
  references: [SERVICE_REFERENCE],
  bad: badExample('identity', '/Statement/0/Action', allow({ Action: 's3:ListBucket' })),
  good: example('identity', allow({ Action: 's3:ListBucket', Resource: 'arn:aws:s3:::reports' })),
  needs: TRAIT.arns,
  run: eachWithArns((view, report, { know }) => {
    if (view.notAction || view.notResource || view.resources.length === 0 || reachesEverything(view)) return;
    for (const [index, action] of view.actions.entries()) {
      if (action.actions.length === 0 || view.resources.some((resource) => isFor(action, resource, know))) continue;
      const resourceless = action.actions.every(({ resources }) => resources.length === 0);
      report({
        message: `no resource of the statement is for \`${action.text}\``,
        at: atAction(view, index),
        help: resourceless
          ? 'it takes no resource: allow it on `*`, in a statement of its own'
          : wanted(action.actions[0]),
      });
    }
  }),
});

function wanted(action: ServiceAction | undefined): string | undefined {
  const first = action?.resources[0];
  return first && `\`${action.id}\` is for resources such as \`${first.type.arn}\``;
}
