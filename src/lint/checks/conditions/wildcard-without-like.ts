/** Wildcards where they are plain characters. */

import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { operatorFix } from '../../fix/operator-fix.ts';
import { atValue } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';
import type { ConditionView, StatementView } from '../../statement-view.ts';

export const wildcardWithoutLike = defineCheck({
  id: 'wildcard-without-like',
  severity: 'warning',
  title: 'a wildcard in a value that is compared letter by letter',
  why: 'only Like and Arn operators know wildcards: here the star is a star',
  help: 'write `StringLike` or `StringNotLike`',
  references: [UG('reference_policies_elements_condition_operators'), VALIDATOR],
  aws: ['WILDCARD_WITHOUT_LIKE_OPERATOR'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/StringEquals/aws:PrincipalTag~1team',
    allow({ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'data-*' } } }),
  ),
  good: example('identity', allow({ Condition: { StringLike: { 'aws:PrincipalTag/team': 'data-*' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      const { use, entry } = condition;
      if (use?.operator.relation !== 'equals' && use?.operator.relation !== 'equalsIgnoreCase') continue;
      if (use.operator.valueType !== 'string') continue;
      for (const [index, { value }] of entry.values.entries()) {
        if (!hasWildcard(value)) continue;
        report({
          message: `\`${entry.operator}\` takes the wildcard in \`${value}\` as a character`,
          at: atValue(view, condition, index),
          fix: likeFix(view, condition),
        });
      }
    }
  }),
});

/** `${*}` is the character, and meant as one. */
function hasWildcard(value: string): boolean {
  return /[*?]/.test(value.replace(/\$\{[*?]\}/g, ''));
}

function likeFix(view: StatementView, condition: ConditionView) {
  const like = condition.entry.operator.replace(/String(Not)?Equals(?!IgnoreCase)/i, 'String$1Like');
  if (like === condition.entry.operator) return undefined;
  const fix = operatorFix(
    view,
    condition,
    like,
    'the wildcards then stand for any text; until now they are characters',
  );
  return fix && ({ ...fix, unsafe: true } as const);
}
