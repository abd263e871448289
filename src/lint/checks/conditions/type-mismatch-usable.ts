/** String operators on ARNs. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const typeMismatchUsable = defineCheck({
  id: 'type-mismatch-usable',
  severity: 'suggestion',
  title: 'a String operator on a key that holds an ARN',
  why: 'it works letter by letter; a wildcard may then cross the colons between the parts of the ARN',
  help: 'use `ArnLike`, `ArnEquals` or their negations',
  references: [UG('reference_policies_elements_condition_operators'), VALIDATOR],
  aws: ['STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/StringLike/aws:PrincipalArn',
    allow({ Condition: { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/app' } } }),
  ),
  good: example('identity', allow({ Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/app' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      const { use, key, entry } = condition;
      if (use?.operator.valueType !== 'string' || key.known?.type !== 'ARN' || key.known.alsoType === 'String')
        continue;
      // Without a wildcard both operators say the same.
      if (use.operator.relation !== 'like' || !entry.values.some(({ value }) => /[*?]/.test(value))) continue;
      report({
        message: `\`${key.text}\` holds an ARN, and \`${entry.operator}\` compares letters`,
        at: atCondition(view, condition),
      });
    }
  }),
});
