/** A policy with every action written out. */
import type { Catalog } from '../catalog/index.ts';
import type { PolicyDocument, Statement, Text } from '../language/index.ts';

export interface ExpandedPolicy {
  readonly document: PolicyDocument;
  /** Wildcards that stand for no known action, or for every action, and stay as they are. */
  readonly left: readonly string[];
}

/**
 * Wildcards of Action become the actions that the catalog knows, each once. NotAction stays: written out, it would no
 * longer except what AWS adds; so does the bare `*`, which is no list that somebody reads.
 */
export function expandPolicy(document: PolicyDocument, catalog: Catalog): ExpandedPolicy {
  const left: string[] = [];
  const valuesOf = ({ action }: Statement): readonly Text[] => {
    const seen = new Set<string>();
    return action.values.flatMap((one) => {
      const isOpen = /[*?]/.test(one.value) && one.value !== '*';
      const names = isOpen ? catalog.expandAction(one.value).map(({ id }) => id) : [one.value];
      if (names.length === 0 || one.value === '*') left.push(one.value);
      return (names.length === 0 ? [one.value] : names).flatMap((value) => {
        if (seen.has(value.toLowerCase())) return [];
        seen.add(value.toLowerCase());
        return { value };
      });
    });
  };
  const statements = document.statements.map((one) =>
    one.action.not ? one : { ...one, action: { ...one.action, values: valuesOf(one) } },
  );
  return { document: { ...document, statements }, left };
}
