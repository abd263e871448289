/** Actions without the condition that the organization demands. */
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { fulfils } from '../../condition-rules.ts';
import { allow } from '../../examples.ts';
import { withRules } from '../../lint-config.ts';
import { reachesOneOf } from '../../organization.ts';
import { atAction } from '../../places.ts';
import { UG } from '../../references.ts';

const RULES = withRules({
  requiredConditions: [
    { actions: ['iam:CreateRole'], key: 'iam:PermissionsBoundary', reason: 'every role has a ceiling' },
  ],
});

export const orgRequiredCondition = defineCheck({
  id: 'org-required-condition',
  severity: 'security',
  title: 'an action without a condition that the organization demands',
  why: 'the configuration demands it under `lint.organization.requiredConditions`',
  help: 'add the condition, or accept the finding with a reason',
  references: [UG('reference_policies_elements_condition')],
  bad: {
    ...badExample('identity', '/Statement/0/Action', allow({ Action: 'iam:CreateRole', Resource: '*' })),
    config: RULES,
  },
  good: {
    ...example(
      'identity',
      allow({
        Action: 'iam:CreateRole',
        Resource: '*',
        Condition: { ArnEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/ceiling' } },
      }),
    ),
    config: RULES,
  },
  applies: ({ requiredConditions }) => requiredConditions.length > 0,
  run: eachStatement((view, report, { know, type }) => {
    if (!view.allows) return;
    for (const rule of know.rules.requiredConditions) {
      if ((rule.types && !rule.types.includes(type)) || view.conditions.some((one) => fulfils(one, rule))) continue;
      if (view.notAction) continue;
      const index = view.actions.findIndex((action) => reachesOneOf(action, rule.actions, know) !== undefined);
      if (index === -1) continue;
      const message = `\`${view.actions[index]?.text}\` is allowed without a condition on \`${rule.key}\``;
      report({ message, at: atAction(view, index), help: `add it: ${rule.reason}` });
    }
  }),
});
