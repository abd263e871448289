/** Conditions that the organization forbids. */
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { fulfils } from '../../condition-rules.ts';
import { allow } from '../../examples.ts';
import { withRules } from '../../lint-config.ts';
import { reachesOneOf } from '../../organization.ts';
import { atCondition } from '../../places.ts';
import { UG } from '../../references.ts';

const RULES = withRules({
  forbiddenConditions: [{ actions: ['*'], key: 'aws:SourceIp', reason: 'addresses change' }],
});

export const orgForbiddenCondition = defineCheck({
  id: 'org-forbidden-condition',
  severity: 'security',
  title: 'a condition that the organization forbids',
  why: 'the configuration forbids it under `lint.organization.forbiddenConditions`',
  help: 'remove the condition, or accept the finding with a reason',
  references: [UG('reference_policies_elements_condition')],
  bad: {
    ...badExample(
      'identity',
      '/Statement/0/Condition/IpAddress/aws:SourceIp',
      allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
    ),
    config: RULES,
  },
  good: { ...example('identity', allow()), config: RULES },
  applies: ({ forbiddenConditions }) => forbiddenConditions.length > 0,
  run: eachStatement((view, report, { know, type }) => {
    for (const rule of know.rules.forbiddenConditions) {
      if (rule.types && !rule.types.includes(type)) continue;
      const condition = view.conditions.find((one) => fulfils(one, rule));
      if (!condition || !view.actions.some((action) => reachesOneOf(action, rule.actions, know))) continue;
      report({
        message: `the organization forbids conditions on \`${rule.key}\``,
        at: atCondition(view, condition),
        help: `remove it: ${rule.reason}`,
      });
    }
  }),
});
