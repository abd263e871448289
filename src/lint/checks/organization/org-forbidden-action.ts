/** Actions that the organization forbids. */
import { GRANTING } from '../../breadth.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { withRules } from '../../lint-config.ts';
import { reachesOneOf } from '../../organization.ts';
import { atAction } from '../../places.ts';
import { UG } from '../../references.ts';

const RULES = withRules({
  forbiddenActions: [{ actions: ['iam:CreateUser'], reason: 'people sign in by Identity Center' }],
});

export const orgForbiddenAction = defineCheck({
  id: 'org-forbidden-action',
  severity: 'security',
  types: GRANTING,
  title: 'an action that the organization forbids',
  why: 'the configuration forbids it under `lint.organization.forbiddenActions`',
  help: 'remove the action, or accept the finding with a reason',
  references: [UG('reference_policies_elements_action')],
  bad: {
    ...badExample('identity', '/Statement/0/Action', allow({ Action: 'iam:CreateUser', Resource: '*' })),
    config: RULES,
  },
  good: { ...example('identity', allow()), config: RULES },
  applies: ({ forbiddenActions }) => forbiddenActions.length > 0,
  run: eachStatement((view, report, { know }) => {
    if (!view.allows || view.notAction) return;
    for (const [index, action] of view.actions.entries()) {
      for (const { actions, reason } of know.rules.forbiddenActions) {
        const found = reachesOneOf(action, actions, know);
        if (found)
          report({
            message: `the organization forbids \`${found}\``,
            at: atAction(view, index),
            help: `remove \`${action.text}\`: ${reason}`,
          });
      }
    }
  }),
});
