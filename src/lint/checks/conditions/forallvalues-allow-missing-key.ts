/** ForAllValues in an Allow, without a test that the key is there. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG } from '../../references.ts';
import { type ConditionView, narrows } from '../../statement-view.ts';

export const forallvaluesAllowMissingKey = defineCheck({
  id: 'forallvalues-allow-missing-key',
  severity: 'security',
  title: 'ForAllValues in an Allow, on a key that may be absent',
  why: 'with no values at all every value fits: the condition holds for requests without the key',
  help: 'add `"Null": {"<key>": "false"}` to the condition',
  references: [UG('reference_policies_condition-single-vs-multi-valued-context-keys')],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/ForAllValues:StringEquals/dynamodb:LeadingKeys',
    allow({
      Action: 'dynamodb:GetItem',
      Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/scores',
      Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': '${aws:userid}' } },
    }),
  ),
  good: example(
    'identity',
    allow({
      Action: 'dynamodb:GetItem',
      Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/scores',
      Condition: {
        'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': '${aws:userid}' },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    }),
  ),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    if (!view.allows) return;
    for (const condition of view.conditions) {
      const { use, key } = condition;
      if (use?.qualifier !== 'ForAllValues' || !key.known?.multivalued || use.operator.relation === 'isAbsent')
        continue;
      // No tags in the request is what a limit on tag keys lets through on purpose; every grant names its operations.
      if (
        key.lower === 'aws:tagkeys' ||
        key.lower === 'kms:grantoperations' ||
        view.conditions.some((one) => demands(one, key.lower))
      )
        continue;
      const message = `the condition holds where \`${key.text}\` is absent`;
      report({ message, at: atCondition(view, condition), help: `add \`"Null": {"${key.text}": "false"}\`` });
    }
  }),
});

/** A condition that fails where the key is absent. */
function demands(condition: ConditionView, lowerKey: string): boolean {
  const { use, key, entry } = condition;
  if (key.lower !== lowerKey || !use) return false;
  if (use.operator.relation === 'isAbsent') return entry.values.every(({ value }) => value.toLowerCase() === 'false');
  return narrows(condition);
}
