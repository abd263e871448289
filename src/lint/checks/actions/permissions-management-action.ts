/** Actions that change who may do what, on every resource without a condition. */
import { TRAIT } from '../../action-traits.ts';
import { isUnconditional, reachesEverything } from '../../breadth.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atAction } from '../../places.ts';
import { SERVICE_REFERENCE, UG } from '../../references.ts';
import { someAction } from '../../statement-view.ts';

export const permissionsManagementAction = defineCheck({
  id: 'permissions-management-action',
  severity: 'warning',
  types: ['identity'],
  title: 'an action that changes permissions, on every resource and without a condition',
  why: 'whoever can change policies of identities or resources can give himself and others what the policy withholds',
  help: 'name the resources, demand a permissions boundary, or leave the action out',
  references: [UG('access_policies_boundaries'), SERVICE_REFERENCE],
  bad: badExample('identity', '/Statement/0/Action', allow({ Action: 'iam:AttachRolePolicy', Resource: '*' })),
  good: example(
    'identity',
    allow({ Action: 'iam:AttachRolePolicy', Resource: 'arn:aws:iam::111122223333:role/app/*' }),
  ),
  needs: TRAIT.permissions,
  run: eachStatement((view, report) => {
    if (!someAction(view, TRAIT.permissions)) return;
    if (!isUnconditional(view) || view.notAction || !reachesEverything(view)) return;
    for (const [index, action] of view.actions.entries()) {
      if ((action.traits & TRAIT.permissions) === 0) continue;
      const found = action.actions.find(
        ({ level, resources }) => level === 'Permissions management' && resources.length > 0,
      );
      if (found) report({ message: `\`${found.id}\` is allowed on every resource`, at: atAction(view, index) });
    }
  }),
});
