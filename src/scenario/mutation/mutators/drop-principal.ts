/** Drops one of several principals. */
import { defineMutator, elementName } from '../mutator.ts';

export const dropPrincipal = defineMutator({
  id: 'drop-principal',
  title: 'drops one of several principals',
  changes: (statement) => {
    const { principal } = statement;
    if (!principal || principal.entries.length < 2) return [];
    return principal.entries.map((entry, index) => ({
      words: `without \`${entry.value}\` in ${elementName('Principal', principal)}`,
      range: entry.range,
      statement: { ...statement, principal: { ...principal, entries: principal.entries.toSpliced(index, 1) } },
    }));
  },
});
