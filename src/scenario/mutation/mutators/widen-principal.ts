/** Widens a user, role or session to its account. */
import { parseArn } from '../../../language/index.ts';
import { defineMutator, elementName } from '../mutator.ts';

export const widenPrincipal = defineMutator({
  id: 'widen-principal',
  title: 'widens a user, role or session to its account',
  changes: (statement) => {
    const { principal } = statement;
    return (principal?.entries ?? []).map(({ kind, value, range }, index) => {
      const arn = kind === 'AWS' ? parseArn(value) : undefined;
      if (!principal || !arn?.account || arn.resource === 'root') return undefined;
      const wide = `arn:${arn.partition}:iam::${arn.account}:root`;
      return {
        words: `with \`${wide}\` for \`${value}\` in ${elementName('Principal', principal)}`,
        range,
        statement: {
          ...statement,
          principal: { ...principal, entries: principal.entries.with(index, { kind, value: wide }) },
        },
      };
    });
  },
});
