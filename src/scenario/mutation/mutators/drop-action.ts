/** Drops one of several actions. */
import { defineMutator, elementName, withValue } from '../mutator.ts';

export const dropAction = defineMutator({
  id: 'drop-action',
  title: 'drops one of several actions',
  changes: (statement) => {
    const { action } = statement;
    if (action.values.length < 2) return [];
    return action.values.map(({ value, range }, index) => ({
      words: `without \`${value}\` in ${elementName('Action', action)}`,
      range,
      statement: { ...statement, action: withValue(action, index, undefined) },
    }));
  },
});
