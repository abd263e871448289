/** A Deny that spares everybody. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { deny } from '../../examples.ts';
import { atValue } from '../../places.ts';
import { UG } from '../../references.ts';

export const ineffectiveDenyCarveOut = defineCheck({
  id: 'ineffective-deny-carve-out',
  severity: 'security',
  title: 'a Deny whose exception takes in everybody',
  why: 'the exception matches every principal, so the Deny never applies',
  help: 'list whom to spare, without a wildcard for all',
  references: [UG('reference_policies_elements_condition_operators')],
  bad: badExample(
    'resource',
    '/Statement/0/Condition/ArnNotLike/aws:PrincipalArn',
    deny({ Principal: '*', Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:*:*:*:*' } } }),
  ),
  good: example(
    'resource',
    deny({ Principal: '*', Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/admin' } } }),
  ),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    if (view.allows) return;
    for (const condition of view.conditions) {
      const { use, key, entry } = condition;
      if (!use?.operator.negated || use.operator.relation === 'equals' || !/^aws:principal/.test(key.lower)) continue;
      const index = entry.values.findIndex(
        ({ value }) => /^[*:/]+$/.test(value.replace(/^arn:(?:aws|\*)(?::iam|:\*|:sts)?/, '')) && value.includes('*'),
      );
      if (index !== -1)
        report({
          message: `\`${entry.values[index]?.value}\` is everybody, so nobody is denied`,
          at: atValue(view, condition, index),
        });
    }
  }),
});
