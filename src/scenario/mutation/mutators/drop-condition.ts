/** Drops a condition: one operator with one key. */
import { withCondition } from '../condition-change.ts';
import { defineMutator } from '../mutator.ts';

export const dropCondition = defineMutator({
  id: 'drop-condition',
  title: 'drops a condition',
  changes: (statement) =>
    statement.conditions.map(({ operator, key, range }, index) => ({
      words: `without the condition ${operator} on ${key}`,
      range,
      statement: withCondition(statement, index, undefined),
    })),
});
