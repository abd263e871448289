/** Lets everybody in: Principal `*`. */
import { defineMutator } from '../mutator.ts';

export const everyone = defineMutator({
  id: 'everyone',
  title: 'names everybody as the principal',
  changes: (statement) => {
    const { principal } = statement;
    if (!principal || principal.not || principal.entries.some(({ value }) => value === '*')) return [];
    return [
      {
        words: 'with `*` for the Principal',
        range: principal.range,
        statement: { ...statement, principal: { not: false, entries: [{ kind: 'AWS', value: '*' }] } },
      },
    ];
  },
});
