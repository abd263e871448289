/** Conditions that contradict each other. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG } from '../../references.ts';
import { narrows } from '../../statement-view.ts';

export const neverHolds = defineCheck({
  id: 'never-holds',
  severity: 'warning',
  title: 'conditions that can never hold together',
  why: 'a key cannot be absent and have a value at once: the statement never applies',
  help: 'remove one of the two, or write two statements',
  references: [UG('reference_policies_elements_condition_operators')],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/StringEquals/aws:PrincipalTag~1team',
    allow({ Condition: { Null: { 'aws:PrincipalTag/team': 'true' }, StringEquals: { 'aws:PrincipalTag/team': 'a' } } }),
  ),
  good: example('identity', allow({ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    if (view.conditions.length < 2) return;
    const absent = view.conditions.filter(
      ({ use, entry }) =>
        use?.operator.relation === 'isAbsent' &&
        !use.qualifier &&
        entry.values.length > 0 &&
        entry.values.every(({ value }) => value.toLowerCase() === 'true'),
    );
    for (const condition of view.conditions) {
      if (!narrows(condition) || !absent.some(({ key }) => key.lower === condition.key.lower)) continue;
      report({
        message: `\`${condition.key.text}\` must be absent and have a value`,
        at: atCondition(view, condition),
      });
    }
  }),
});
