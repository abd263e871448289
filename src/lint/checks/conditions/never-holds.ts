/** Conditions that contradict each other. */
import { neverHold } from '../../../prove/index.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, example, type Report } from '../../check.ts';
import { allow } from '../../examples.ts';
import { remove } from '../../fix/change.ts';
import { atCondition, atElement } from '../../places.ts';
import { UG } from '../../references.ts';
import { narrows, type StatementView } from '../../statement-view.ts';

export const neverHolds = defineCheck({
  id: 'never-holds',
  severity: 'warning',
  title: 'conditions that can never hold together',
  why: 'the statement never applies: an Allow gives nothing, a Deny protects nothing',
  help: 'remove one of the two, or write two statements',
  references: [UG('reference_policies_elements_condition_operators')],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/StringEquals/aws:PrincipalTag~1team',
    allow({ Condition: { Null: { 'aws:PrincipalTag/team': 'true' }, StringEquals: { 'aws:PrincipalTag/team': 'a' } } }),
  ),
  good: example('identity', allow({ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } } })),
  needs: TRAIT.conditions,
  options: { prove: { default: false, what: 'ask the prover about all conditions of a statement together' } },
  run: ({ conditional, policy, option, know: { catalog } }, report) => {
    const isProving = option('never-holds', 'prove') === true;
    for (const view of conditional) {
      if (absentWithValue(view, report)) continue;
      if (!isProving || !neverHold(view.statement.conditions, policy.document, catalog)) continue;
      report({
        message: 'no request meets all of these conditions',
        at: atElement(view, 'Condition'),
        fix: remove(view.path),
      });
    }
  },
});

function absentWithValue(view: StatementView, report: Report): boolean {
  const absent = view.conditions.filter(
    ({ use, entry }) =>
      use?.operator.relation === 'isAbsent' &&
      !use.qualifier &&
      entry.values.length > 0 &&
      entry.values.every(({ value }) => value.toLowerCase() === 'true'),
  );
  const found = view.conditions.filter(
    (condition) => narrows(condition) && absent.some(({ key }) => key.lower === condition.key.lower),
  );
  for (const condition of found)
    report({ message: `\`${condition.key.text}\` must be absent and have a value`, at: atCondition(view, condition) });
  return found.length > 0;
}
