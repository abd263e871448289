/** Multivalued keys without a set operator. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const missingQualifier = defineCheck({
  id: 'missing-qualifier',
  severity: 'error',
  title: 'a key that holds many values, without ForAllValues or ForAnyValue',
  why: 'AWS does not say how one operator would compare a list of values, and its validator refuses it',
  help: 'write `ForAnyValue:` before the operator if one value is enough, `ForAllValues:` if all must fit',
  references: [UG('reference_policies_condition-single-vs-multi-valued-context-keys'), VALIDATOR],
  aws: ['MISSING_QUALIFIER'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/StringEquals/aws:TagKeys',
    allow({ Condition: { StringEquals: { 'aws:TagKeys': 'team' } } }),
  ),
  good: example('identity', allow({ Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'team' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      const { use, key } = condition;
      if (!use || use.qualifier || use.operator.relation === 'isAbsent' || !key.known?.multivalued) continue;
      report({
        message: `\`${key.text}\` holds a list of values`,
        at: atCondition(view, condition),
        // Of the keys of services it is published, but not always so.
        ...(key.isGlobal ? {} : { severity: 'warning' }),
      });
    }
  }),
});
