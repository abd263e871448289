/** Takes the wildcard off the end of a resource. */
import { defineMutator, elementName, withValue } from '../mutator.ts';

export const narrowResource = defineMutator({
  id: 'narrow-resource',
  title: 'takes the wildcard off the end of a resource',
  changes: (statement) => {
    const { resource } = statement;
    return (resource?.values ?? []).map(({ value, range }, index) => {
      if (!resource || value === '*' || !value.endsWith('*') || value.endsWith(':*')) return undefined;
      const narrow = value.replace(/\*+$/, '');
      return {
        words: `with \`${narrow}\` for \`${value}\` in ${elementName('Resource', resource)}`,
        range,
        statement: { ...statement, resource: withValue(resource, index, narrow) },
      };
    });
  },
});
