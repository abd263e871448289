/** Set operators on keys with one value. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const qualifierOnSingleValuedKey = defineCheck({
  id: 'qualifier-on-single-valued-key',
  severity: 'security',
  title: 'ForAllValues or ForAnyValue on a key that holds one value',
  why: 'ForAllValues also holds where the key is absent, so the condition lets through whoever has none; ForAnyValue adds nothing',
  help: 'write the operator without it',
  references: [UG('reference_policies_condition-single-vs-multi-valued-context-keys'), VALIDATOR],
  aws: ['FORALLVALUES_WITH_SINGLE_VALUED_KEY'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/ForAllValues:StringEquals/aws:PrincipalOrgID',
    allow({ Condition: { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
  ),
  good: example('identity', allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      const { use, key, entry } = condition;
      if (!use?.qualifier || !key.known || key.known.multivalued || use.operator.relation === 'isAbsent') continue;
      // AWS: documented as a list, published as one value.
      if (key.lower.endsWith(':amr')) continue;
      report({
        message: `\`${key.text}\` holds one value, and \`${entry.operator}\` is for lists`,
        at: atCondition(view, condition),
        help: `write \`${use.operator.name}${use.ifExists ? 'IfExists' : ''}\``,
        ...(use.qualifier === 'ForAnyValue' ? { severity: 'suggestion' } : {}),
      });
    }
  }),
});
