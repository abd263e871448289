/** Where in a policy an offset stands: in which element, as a key or as a value, in which text. */
import { type LooseNode, type LooseObject, type LooseText, looseTree } from './loose-tree.ts';

export interface PolicyPlace {
  /** Keys from the top, and the positions of list entries left out: `Statement`, `Condition`, `StringEquals`. */
  readonly path: readonly string[];
  readonly role: 'key' | 'value';
  /** What is written there already. */
  readonly token?: LooseText;
  /** The object whose key it is, or would be. */
  readonly holder?: LooseObject;
  /** What stands in the statement around it. */
  readonly statement?: LooseObject;
  /** The key has its colon: the value stays as it is. */
  readonly hasColon: boolean;
  /** Of values: an entry of a list. */
  readonly isEntry: boolean;
}

/** Undefined outside of any document. */
export function placeAt(text: string, offset: number): PolicyPlace | undefined {
  const root = looseTree(text);
  if (!root || !isInside(root, offset, text)) return undefined;
  return within(root, offset, text, { path: [], statement: undefined });
}

interface Around {
  readonly path: readonly string[];
  readonly statement: LooseObject | undefined;
}

function within(node: LooseNode, offset: number, text: string, around: Around): PolicyPlace | undefined {
  const { path } = around;
  const isStatement = node.kind === 'object' && path.length === 1 && path[0] === 'Statement';
  const statement = isStatement ? node : around.statement;
  const known = statement ? { statement } : {};
  if (node.kind === 'text') {
    return { path, role: 'value', token: node, ...known, hasColon: false, isEntry: false };
  }
  if (node.kind === 'array') {
    const item = node.items.find((one) => isInside(one, offset, text));
    const found = item && within(item, offset, text, { path, statement });
    if (found) return { ...found, isEntry: found.isEntry || item?.kind === 'text' };
    return { path, role: 'value', ...known, hasColon: false, isEntry: true };
  }
  for (const { key, value, hasColon } of node.members) {
    if (isInside(key, offset, text)) {
      return { path, role: 'key', token: key, holder: node, ...known, hasColon, isEntry: false };
    }
    const next = { path: [...path, key.text], statement };
    if (value && isInside(value, offset, text)) return within(value, offset, text, next);
    if (hasColon && !value && offset > key.end && isBlank(text, key.end, offset)) {
      return { path: next.path, role: 'value', ...known, hasColon: false, isEntry: false };
    }
    // Between the key and its value, or right behind either: nothing goes there.
    if (value && offset > key.start && offset < value.end) return undefined;
  }
  return { path, role: 'key', holder: node, ...known, hasColon: false, isEntry: false };
}

/** Nothing but the colon and spaces between them. */
function isBlank(text: string, start: number, end: number): boolean {
  return /^\s*:\s*$/.test(text.slice(start, end));
}

/** Between the brackets or the quotes; at the end of a word or of a text that is not closed yet. */
function isInside(node: LooseNode, offset: number, text: string): boolean {
  if (node.kind === 'text') {
    if (!node.isQuoted) return offset >= node.start && offset <= node.end;
    return offset > node.start && (node.isClosed ? offset < node.end : offset <= node.end);
  }
  const last = text[node.end - 1];
  const isClosed = node.end - node.start > 1 && (last === '}' || last === ']');
  return offset > node.start && (isClosed ? offset < node.end : offset <= node.end);
}
