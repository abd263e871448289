/** Widens a resource by one step: its last part becomes a wildcard. */
import { splitArn } from '../../../language/index.ts';
import { defineMutator, elementName, withValue } from '../mutator.ts';

export const widenResource = defineMutator({
  id: 'widen-resource',
  title: 'widens a resource by one step, as `bucket/reports/*` to `bucket/*`',
  changes: (statement) => {
    const { resource } = statement;
    return (resource?.values ?? []).map(({ value, range }, index) => {
      const wide = widened(value);
      if (!resource || wide === undefined) return undefined;
      return {
        words: `with \`${wide}\` for \`${value}\` in ${elementName('Resource', resource)}`,
        range,
        statement: { ...statement, resource: withValue(resource, index, wide) },
      };
    });
  },
});

/** Undefined where nothing is left to widen. */
function widened(value: string): string | undefined {
  const last = splitArn(value)?.[5];
  if (last === undefined || last === '*') return undefined;
  const head = value.slice(0, value.length - last.length);
  if (!last.endsWith('*')) return `${value}*`;
  // What stands before the wildcard and the sign that parts it from its own parent.
  const parent = /^(.*[/:])[^/:]+[/:]?\*+$/.exec(last)?.[1] ?? '';
  return `${head}${parent}*`;
}
