/** Asks it of all values where it was asked of any, and back. */
import { changeOperators } from '../condition-change.ts';
import { defineMutator } from '../mutator.ts';

export const swapQualifier = defineMutator({
  id: 'swap-qualifier',
  title: 'swaps ForAnyValue and ForAllValues',
  changes: (statement) =>
    changeOperators(statement, (use) => {
      if (!use.qualifier) return undefined;
      return { ...use, qualifier: use.qualifier === 'ForAnyValue' ? 'ForAllValues' : 'ForAnyValue' };
    }),
});
