/** Drops one of several values of a condition. */
import { withCondition } from '../condition-change.ts';
import { defineMutator } from '../mutator.ts';

export const dropValue = defineMutator({
  id: 'drop-value',
  title: 'drops one of several values of a condition',
  changes: (statement) =>
    statement.conditions.flatMap((entry, index) => {
      if (entry.values.length < 2) return [];
      return entry.values.map(({ value, range }, at) => ({
        words: `without \`${value}\` in ${entry.operator} on ${entry.key}`,
        range: range ?? entry.range,
        statement: withCondition(statement, index, { ...entry, values: entry.values.toSpliced(at, 1) }),
      }));
    }),
});
