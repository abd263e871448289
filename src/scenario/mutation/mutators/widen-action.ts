/** Widens an action to all actions of its service. */
import { defineMutator, elementName, withValue } from '../mutator.ts';

export const widenAction = defineMutator({
  id: 'widen-action',
  title: 'widens an action to all of its service',
  changes: (statement) => {
    const { action } = statement;
    return action.values.map(({ value, range }, index) => {
      const colon = value.indexOf(':');
      if (colon === -1 || value.endsWith(':*')) return undefined;
      const wide = `${value.slice(0, colon)}:*`;
      return {
        words: `with \`${wide}\` for \`${value}\` in ${elementName('Action', action)}`,
        range,
        statement: { ...statement, action: withValue(action, index, wide) },
      };
    });
  },
});
