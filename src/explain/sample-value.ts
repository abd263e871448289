/** A value of a context key that makes a condition hold, or fail; every sample is evaluated before it is offered. */
import { type ConditionTrace, parseOperator, type Relation } from '../language/index.ts';

/** `value` undefined means: the key absent. Undefined altogether: no sample is at hand. */
export interface Sample {
  readonly value: string | undefined;
}

export function sampleValue(condition: ConditionTrace, wanted = true): Sample | undefined {
  const use = parseOperator(condition.operator);
  // A set operator wants a list, and which of its values to change is no mechanical choice.
  if (!use || use.qualifier) return undefined;
  const policyValues = condition.values.map((value) => value.resolved ?? value.value);
  const [first] = policyValues;
  if (first === undefined || condition.values.some((value) => value.absentKeys)) return undefined;
  const { relation, negated } = use.operator;
  if (relation === 'isAbsent') return (first.toLowerCase() === 'true') === wanted ? { value: undefined } : undefined;
  if (negated === wanted) return opposite(relation, first, use.operator.valueType === 'boolean');
  return inRelation(relation, first);
}

/** A value that stands in the relation to the policy's. */
function inRelation(relation: Relation, policyValue: string): Sample | undefined {
  switch (relation) {
    case 'equals':
    case 'equalsIgnoreCase':
    case 'lessThanEquals':
    case 'greaterThanEquals':
      return { value: policyValue };
    case 'like':
    case 'arnLike':
      return { value: policyValue.replaceAll('*', 'example').replaceAll('?', 'x') };
    case 'inRange':
      return { value: policyValue.split('/')[0] };
    case 'lessThan':
    case 'greaterThan':
    case 'isAbsent':
      return undefined;
    default:
      return relation satisfies never;
  }
}

/** A value that does not: for a boolean the other one; else leaving the key out is no answer, as negation accepts that too. */
function opposite(relation: Relation, policyValue: string, isBoolean: boolean): Sample | undefined {
  if (isBoolean && relation === 'equals') return { value: policyValue.toLowerCase() === 'true' ? 'false' : 'true' };
  return undefined;
}
