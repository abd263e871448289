/** Adds an item to a list in a YAML text; comments stay. */
import { parseDocument } from 'yaml';

/** @param path keys that lead to the list; what is missing on the way is made */
export function withYamlItem(text: string, path: readonly string[], item: unknown): string {
  const document = parseDocument(text);
  if (document.hasIn(path)) document.addIn(path, document.createNode(item));
  else document.setIn(path, document.createNode([item]));
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}
