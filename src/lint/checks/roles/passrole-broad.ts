/** Any role for any service. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atAction, atActions } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { broadRoleGrant } from '../../role-grants.ts';
import { someAction } from '../../statement-view.ts';

export const passroleBroad = defineCheck({
  id: 'passrole-broad',
  severity: 'security',
  types: ['identity'],
  title: 'the right to pass any role to any service',
  why: 'whoever may pass a role acts with it through the service: with every role he has the rights of all of them',
  help: 'name the roles, or add a condition on `iam:PassedToService`',
  references: [UG('id_roles_use_passrole'), VALIDATOR],
  aws: [
    'PASS_ROLE_WITH_STAR_IN_RESOURCE',
    'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
    'PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
    'PASS_ROLE_WITH_NOT_RESOURCE',
    'PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
    'PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE',
  ],
  bad: badExample('identity', '/Statement/0/Action', allow({ Action: 'iam:PassRole', Resource: '*' })),
  good: example(
    'identity',
    allow({
      Action: 'iam:PassRole',
      Resource: '*',
      Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
    }),
  ),
  run: eachStatement((view, report) => {
    if (!view.notAction && !someAction(view, TRAIT.passesRole)) return;
    const found = broadRoleGrant(view, 'iam:PassRole', 'iam:PassedToService');
    if (found) report({ message: found.how, at: found.action === -1 ? atActions(view) : atAction(view, found.action) });
  }),
});
