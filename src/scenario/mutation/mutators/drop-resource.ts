/** Drops one of several resources. */
import { defineMutator, elementName, withValue } from '../mutator.ts';

export const dropResource = defineMutator({
  id: 'drop-resource',
  title: 'drops one of several resources',
  changes: (statement) => {
    const { resource } = statement;
    if (!resource || resource.values.length < 2) return [];
    return resource.values.map(({ value, range }, index) => ({
      words: `without \`${value}\` in ${elementName('Resource', resource)}`,
      range,
      statement: { ...statement, resource: withValue(resource, index, undefined) },
    }));
  },
});
