/** A node of a tree by its JSON pointer, with what it stands in. */
import type { Member, SourceNode } from '../../parse/index.ts';

export interface FoundNode {
  readonly node: SourceNode;
  readonly parent?: SourceNode;
  /** Among the items or members of the parent. */
  readonly index: number;
  /** Where the parent is an object. */
  readonly member?: Member;
}

export function findNode(root: SourceNode, path: string): FoundNode | undefined {
  let found: FoundNode = { node: root, index: 0 };
  for (const step of stepsOf(path)) {
    const { node: parent } = found;
    if (parent.kind === 'object') {
      const index = parent.members.findIndex(({ key }) => key === step);
      const member = parent.members[index];
      if (!member) return undefined;
      found = { node: member.value, parent, index, member };
    } else if (parent.kind === 'array') {
      const index = Number(step);
      const node = parent.items[index];
      if (!node) return undefined;
      found = { node, parent, index };
    } else return undefined;
  }
  return found;
}

/** The parts of a JSON pointer, unescaped. */
export function stepsOf(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
