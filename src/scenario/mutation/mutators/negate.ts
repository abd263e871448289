/** Turns a condition into its opposite. */
import { CONDITION_OPERATORS, type ConditionOperator, type Relation } from '../../../language/index.ts';
import { changeOperators, changeValues } from '../condition-change.ts';
import { defineMutator } from '../mutator.ts';

export const negate = defineMutator({
  id: 'negate',
  title: 'turns a condition into its opposite',
  changes: (statement) => [
    ...changeOperators(statement, (use) => {
      const operator = oppositeOf(use.operator);
      return operator && { ...use, operator };
    }),
    ...changeValues(statement, (value, { operator }) => {
      const other = operator.valueType === 'boolean' ? OTHER[value.toLowerCase()] : undefined;
      return other === undefined ? [] : [other];
    }),
  ],
});

const OTHER: Readonly<Record<string, string>> = { true: 'false', false: 'true' };

const OPPOSITE: Partial<Record<Relation, Relation>> = {
  lessThan: 'greaterThanEquals',
  lessThanEquals: 'greaterThan',
  greaterThan: 'lessThanEquals',
  greaterThanEquals: 'lessThan',
};

/** Undefined where AWS has none: Bool, Null and BinaryEquals. */
function oppositeOf({ name, valueType, relation, negated }: ConditionOperator): ConditionOperator | undefined {
  const ordered = OPPOSITE[relation];
  return CONDITION_OPERATORS.find(
    (one) =>
      one.valueType === valueType &&
      (ordered === undefined ? one.relation === relation && one.negated !== negated : one.relation === ordered) &&
      // ArnEquals and ArnLike are the same: each has its own opposite.
      (valueType !== 'arn' || one.name.endsWith('Like') === name.endsWith('Like')),
  );
}
