/** Takes the wildcard off the end of an action; all actions of a service become those that get something. */
import { defineMutator, elementName, withValue } from '../mutator.ts';

export const narrowAction = defineMutator({
  id: 'narrow-action',
  title: 'takes the wildcard off the end of an action; of `s3:*` it leaves `s3:Get*`',
  changes: (statement) => {
    const { action } = statement;
    return action.values.map(({ value, range }, index) => {
      if (!value.includes(':') || !value.endsWith('*')) return undefined;
      const narrow = value.endsWith(':*') ? `${value.slice(0, -1)}Get*` : value.slice(0, -1);
      return {
        words: `with \`${narrow}\` for \`${value}\` in ${elementName('Action', action)}`,
        range,
        statement: { ...statement, action: withValue(action, index, narrow) },
      };
    });
  },
});
