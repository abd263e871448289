/** Date operators with something else than a date. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { unreadableValues } from '../../condition-values.ts';
import { allow } from '../../examples.ts';
import { atValue } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const invalidDateValue = defineCheck({
  id: 'invalid-date-value',
  severity: 'warning',
  title: 'a Date operator with a value that is no date, or a doubtful one',
  why: 'a text that is no date matches nothing; a number of seconds is easily read as another day',
  help: 'write `2026-11-23` or `2026-11-23T18:00:00Z`',
  references: [UG('reference_policies_elements_condition_operators'), VALIDATOR],
  aws: ['TYPE_MISMATCH_DATE', 'INVALID_DATE_VALUE'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/DateLessThan/aws:CurrentTime',
    allow({ Condition: { DateLessThan: { 'aws:CurrentTime': '23.11.2026' } } }),
  ),
  good: example('identity', allow({ Condition: { DateLessThan: { 'aws:CurrentTime': '2026-11-23T18:00:00Z' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      if (condition.use?.operator.valueType !== 'date') continue;
      for (const [index, { value }] of condition.entry.values.entries()) {
        if (/^\d{5,}$/.test(value))
          report({ message: `\`${value}\` is read as seconds since 1970`, at: atValue(view, condition, index) });
      }
      for (const index of unreadableValues(condition, 'date')) {
        report({
          message: `\`${condition.entry.values[index]?.value}\` is no date`,
          at: atValue(view, condition, index),
        });
      }
    }
  }),
});
