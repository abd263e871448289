/** Drops a statement. */
import { defineMutator } from '../mutator.ts';

export const dropStatement = defineMutator({
  id: 'drop-statement',
  title: 'drops a statement',
  changes: ({ range }) => [{ words: 'without the statement', range }],
});
