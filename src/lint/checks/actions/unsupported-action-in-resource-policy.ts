/** Actions that the policy's own resource does not have. */
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atAction } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const unsupportedActionInResourcePolicy = defineCheck({
  id: 'unsupported-action-in-resource-policy',
  severity: 'error',
  types: ['trust'],
  title: 'an action that has nothing to do with what the policy is attached to',
  why: 'a trust policy speaks of taking on its role; any other action in it does nothing, and AWS refuses most',
  help: 'keep `sts:AssumeRole`, `sts:AssumeRoleWithSAML`, `sts:AssumeRoleWithWebIdentity`, `sts:TagSession`, `sts:SetSourceIdentity` and `sts:SetContext`',
  references: [UG('id_roles_create_for-user'), VALIDATOR],
  aws: ['UNSUPPORTED_ACTION_IN_POLICY'],
  bad: badExample('trust', '/Statement/0/Action', trust({ AWS: '111122223333' }, { Action: 's3:GetObject' })),
  good: example('trust', trust({ AWS: '111122223333' })),
  run: eachStatement((view, report) => {
    if (view.notAction) return;
    for (const [index, action] of view.actions.entries()) {
      if (action.everything || !action.serviceIsKnown || action.service === 'sts') continue;
      report({ message: `\`${action.text}\` is not about taking on a role`, at: atAction(view, index) });
    }
  }),
});
