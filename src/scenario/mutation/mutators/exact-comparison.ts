/** Compares texts exactly where wildcards or other letters were taken. */
import { CONDITION_OPERATORS } from '../../../language/index.ts';
import { changeOperators } from '../condition-change.ts';
import { defineMutator } from '../mutator.ts';

export const exactComparison = defineMutator({
  id: 'exact-comparison',
  title: 'writes StringEquals for StringLike and for StringEqualsIgnoreCase',
  changes: (statement) =>
    changeOperators(statement, (use) => {
      const { valueType, relation, negated } = use.operator;
      if (valueType !== 'string' || relation === 'equals') return undefined;
      const exact = CONDITION_OPERATORS.find(
        (one) => one.valueType === 'string' && one.relation === 'equals' && one.negated === negated,
      );
      return exact && { ...use, operator: exact };
    }),
});
