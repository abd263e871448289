/** From a JSON pointer to a place in the text. */
import type { Range } from '../language/index.ts';
import type { Member, SourceNode } from '../parse/index.ts';
import type { Finding } from './finding.ts';
import { pointerSteps } from './pointer-steps.ts';

/** The value's range; for an object or list, which can be long, that of the key before it. */
export function locate(root: SourceNode, path: string, key?: Finding['key']): Range | undefined {
  let node: SourceNode | undefined = root;
  let keyRange: Range | undefined;
  for (const step of pointerSteps(path)) {
    const found: Member | undefined = memberAt(node, step);
    keyRange = found?.keyRange;
    node = found?.value ?? (node?.kind === 'array' ? node.items[Number(step)] : undefined);
    if (!node) return undefined;
  }
  if (key) return memberAt(node, key.name, key.index)?.keyRange;
  const long = node.kind === 'object' || node.kind === 'array';
  return long ? (keyRange ?? firstCharacter(node)) : node.range;
}

/** Of a key that occurs twice, the last counts. */
function memberAt(node: SourceNode | undefined, key: string, index?: number): Member | undefined {
  if (node?.kind !== 'object') return undefined;
  return index === undefined ? node.members.findLast((member) => member.key === key) : node.members[index];
}

function firstCharacter({ range }: SourceNode): Range | undefined {
  return range && { start: range.start, end: Math.min(range.start + 1, range.end) };
}
