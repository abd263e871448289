/** Members that an object has twice: a plain reading would silently keep the last. */
import { pointerStep, type SourceNode } from '../parse/index.ts';
import type { Finding } from './finding.ts';

/** Policy documents are left to their own reader, which looks for this as well (A7). */
export function duplicateKeys(node: SourceNode, path = ''): Finding[] {
  if (node.kind === 'array') {
    return node.items.flatMap((item, index) => duplicateKeys(item, path + pointerStep(index)));
  }
  if (node.kind !== 'object' || node.members.some((member) => member.key === 'Statement')) return [];
  const seen = new Set<string>();
  return node.members.flatMap(({ key, value }, index): Finding[] => {
    const below = duplicateKeys(value, path + pointerStep(key));
    if (!seen.has(key)) {
      seen.add(key);
      return below;
    }
    const at = { name: key, step: pointerStep(key), index };
    return [{ code: 'duplicate-member', message: `\`${key}\` is given twice`, path, key: at }, ...below];
  });
}
