/** Service-linked roles of any service. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atAction, atActions } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { broadRoleGrant } from '../../role-grants.ts';
import { someAction } from '../../statement-view.ts';

export const createSlrBroad = defineCheck({
  id: 'create-slr-broad',
  severity: 'warning',
  types: ['identity'],
  title: 'the right to create service-linked roles of any service',
  why: 'each such role gives a service rights in the account',
  help: 'name the roles, or add a condition on `iam:AWSServiceName`',
  references: [UG('using-service-linked-roles'), VALIDATOR],
  aws: [
    'CREATE_SLR_WITH_STAR_IN_RESOURCE',
    'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
    'CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
    'CREATE_SLR_WITH_NOT_RESOURCE',
    'CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
    'CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE',
  ],
  bad: badExample('identity', '/Statement/0/Action', allow({ Action: 'iam:CreateServiceLinkedRole', Resource: '*' })),
  good: example(
    'identity',
    allow({
      Action: 'iam:CreateServiceLinkedRole',
      Resource: '*',
      Condition: { StringEquals: { 'iam:AWSServiceName': 'ecs.amazonaws.com' } },
    }),
  ),
  run: eachStatement((view, report) => {
    if (!view.notAction && !someAction(view, TRAIT.createsSlr)) return;
    const found = broadRoleGrant(view, 'iam:CreateServiceLinkedRole', 'iam:AWSServiceName');
    if (found) report({ message: found.how, at: found.action === -1 ? atActions(view) : atAction(view, found.action) });
  }),
});
