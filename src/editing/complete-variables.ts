/** Policy variables: condition keys whose value AWS writes into a resource or a value. */
import type { EditingContext, Offer } from './completion.ts';

/** What is typed behind the last `${` that is open; undefined where none is. */
export function openVariable(typed: string): string | undefined {
  const start = typed.lastIndexOf('${');
  return start === -1 || typed.indexOf('}', start) !== -1 ? undefined : typed.slice(start + 2);
}

/** A list has no single value to write. */
export function variableOffers({ catalog }: EditingContext, actions: readonly string[]): readonly Offer[] {
  const keys = [...actions.flatMap((action) => catalog.keysOfAction(action)), ...catalog.globalKeys()];
  const names = keys.filter(({ multivalued }) => !multivalued).map(({ name }) => name.replace(/\$\{.*$/, ''));
  return [...new Set(['aws:username', 'aws:PrincipalTag/', ...names])].map((label) => ({
    label: `\${${label}${label.endsWith('/') ? '' : '}'}`,
  }));
}
