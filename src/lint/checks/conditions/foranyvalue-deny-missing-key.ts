/** ForAnyValue with a negated operator in a Deny. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { deny } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG } from '../../references.ts';

export const foranyvalueDenyMissingKey = defineCheck({
  id: 'foranyvalue-deny-missing-key',
  severity: 'warning',
  title: 'a Deny of whatever is not in a list, that spares requests without the key',
  why: 'with no values at all none is outside of the list: the Deny does not hold for requests without the key',
  help: 'add a second Deny with `"Null": {"<key>": "true"}`, or use `ForAllValues` with IfExists as it is meant',
  references: [UG('reference_policies_condition-single-vs-multi-valued-context-keys')],
  bad: badExample(
    'scp',
    '/Statement/0/Condition/ForAnyValue:StringNotLike/aws:PrincipalOrgPaths',
    deny({
      Resource: '*',
      Condition: { 'ForAnyValue:StringNotLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*' } },
    }),
  ),
  good: example(
    'scp',
    deny({ Resource: '*', Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
  ),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    if (view.allows) return;
    for (const condition of view.conditions) {
      const { use, key } = condition;
      if (use?.qualifier !== 'ForAnyValue' || !use.operator.negated || key.lower === 'aws:tagkeys') continue;
      report({ message: `nothing is denied where \`${key.text}\` is absent`, at: atCondition(view, condition) });
    }
  }),
});
