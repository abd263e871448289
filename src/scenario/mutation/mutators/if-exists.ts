/** Adds IfExists, or takes it away. */
import { isAlwaysPresent } from '../../../language/condition-keys.ts';
import { changeOperators } from '../condition-change.ts';
import { defineMutator } from '../mutator.ts';

export const ifExists = defineMutator({
  id: 'if-exists',
  title: 'adds IfExists, or takes it away',
  changes: (statement) =>
    changeOperators(statement, (use, { key }) => {
      if (use.operator.relation === 'isAbsent' || isAlwaysPresent(key.toLowerCase())) return undefined;
      return { ...use, ifExists: !use.ifExists };
    }),
});
