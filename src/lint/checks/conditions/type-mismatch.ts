/** Condition operators of another type than the key's values. */
import type { KeyType } from '../../../catalog/index.ts';
import type { ValueType } from '../../../language/index.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { operatorFor, VALUE_TYPES } from '../../key-types.ts';
import { atCondition } from '../../places.ts';

export const typeMismatch = defineCheck({
  id: 'type-mismatch',
  severity: 'warning',
  title: 'a condition operator that does not suit the type of the key',
  why: 'the value of the request cannot be read as what the operator compares, so the condition does not do what it says',
  help: 'use an operator of the type that the key has',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html'],
  aws: ['TYPE_MISMATCH'],
  bad: badExample('identity', '/Statement/0/Condition/NumericEquals/aws:SourceIp', {
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: '*',
    Condition: { NumericEquals: { 'aws:SourceIp': '203' } },
  }),
  good: example('identity', {
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: '*',
    Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  }),
  run: eachStatement((view, report) => {
    for (const condition of view.conditions) {
      const { use, key } = condition;
      if (!use || !key.known || use.operator.relation === 'isAbsent') continue;
      const { type, alsoType } = key.known;
      if (suits(use.operator.valueType, type) || (alsoType && suits(use.operator.valueType, alsoType))) continue;
      report({
        message: `\`${key.text}\` holds ${VALUE_TYPES[type]}, and \`${condition.entry.operator}\` does not compare such values`,
        at: atCondition(view, condition),
        help: `use ${operatorFor(type)}`,
      });
    }
  }),
});

/** String operators compare ARNs as well: that is the check type-mismatch-usable. */
function suits(operator: ValueType, key: KeyType): boolean {
  switch (operator) {
    case 'string':
      return key === 'String' || key === 'ARN';
    case 'arn':
      return key === 'ARN' || key === 'String';
    case 'number':
      return key === 'Numeric';
    case 'date':
      return key === 'Date';
    case 'boolean':
      return key === 'Bool';
    case 'address':
      return key === 'IPAddress';
    case 'binary':
      return key === 'String';
    default:
      return operator satisfies never;
  }
}
