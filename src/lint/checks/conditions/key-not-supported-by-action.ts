/** Condition keys that requests for an action never have. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atAction } from '../../places.ts';
import { SERVICE_REFERENCE, VALIDATOR } from '../../references.ts';

export const keyNotSupportedByAction = defineCheck({
  id: 'key-not-supported-by-action',
  severity: 'warning',
  title: 'a condition key that requests for an action of the statement never have',
  why: 'the condition never holds for the action, or always: an Allow does not give it, or gives it without the limit',
  help: 'move the action to a statement without the condition',
  references: [SERVICE_REFERENCE, VALIDATOR],
  aws: ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY'],
  bad: badExample(
    'identity',
    '/Statement/0/Action/1',
    allow({
      Action: ['s3:ListBucket', 's3:GetObject'],
      Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'],
      Condition: { StringLike: { 's3:prefix': '2026/*' } },
    }),
  ),
  good: example(
    'identity',
    allow({
      Action: 's3:ListBucket',
      Resource: 'arn:aws:s3:::reports',
      Condition: { StringLike: { 's3:prefix': '2026/*' } },
    }),
  ),
  needs: TRAIT.conditions,
  run: eachConditional((view, report, { know }) => {
    if (view.notAction) return;
    for (const condition of view.conditions) {
      const { use, key } = condition;
      if (!use || use.ifExists || use.operator.relation === 'isAbsent' || !key.known || key.isGlobal) continue;
      const without = [...view.actions.entries()].filter(
        ([, { actions, everything }]) =>
          !everything && actions.length > 0 && !actions.some((one) => know.conditions.isCarried(one, key)),
      );
      const [first] = without;
      if (!first) continue;
      const names = without
        .slice(0, 3)
        .map(([, { text }]) => `\`${text}\``)
        .join(', ');
      const more = without.length > 3 ? ` and ${without.length - 3} more` : '';
      report({ message: `requests for ${names}${more} have no \`${key.text}\``, at: atAction(view, first[0]) });
    }
  }),
});
