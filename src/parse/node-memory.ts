/** Trees by the text they were read from: the documents of one run often repeat the same policies. */
import { ownText } from '../language/own-text.ts';
import type { SourceNode } from './source-node.ts';

/** The tree of a part of a text: a known one, or what `read` makes of it. */
export type NodeMemory = (
  text: string,
  part: { readonly start: number; readonly end: number },
  read: (part: string) => SourceNode | undefined,
) => SourceNode | undefined;

/**
 * What looks like something seen before is kept, in two generations: when the younger is full, the older is forgotten.
 * What is seen once is not, as keeping costs more than reading.
 * @param size characters of text in each generation
 */
export function nodeMemory(size: number): NodeMemory {
  let young = new Map<string, SourceNode>();
  let old = new Map<string, SourceNode>();
  let used = 0;
  const seen = new Uint32Array(SIGHTS);

  function isFirstSight(look: number): boolean {
    const slot = look & (SIGHTS - 1);
    if (seen[slot] === look) return false;
    seen[slot] = look;
    return true;
  }

  function keep(text: string, node: SourceNode): void {
    if (used + text.length > size) {
      old = young;
      young = new Map();
      used = 0;
    }
    used += text.length;
    young.set(text, node);
  }

  return (text, { start, end }, read) => {
    const written = text.slice(start, end);
    if (isFirstSight(lookOf(text, start, end))) return read(written);
    const known = young.get(written);
    if (known) return known;
    const older = old.get(written);
    const copy = ownText(written);
    const node = older ?? recurring(read(copy));
    if (node) keep(copy, node);
    return node;
  };
}

function recurring(node: SourceNode | undefined): SourceNode | undefined {
  return node?.kind === 'object' ? { ...node, recurs: true } : node;
}

/** A power of two. */
const SIGHTS = 1 << 14;

/** Equal for equal texts, and hardly ever for others (FNV-1a). */
function lookOf(text: string, start: number, end: number): number {
  let look = -2128831035;
  for (let at = start; at < end; at++) look = Math.imul(look ^ text.charCodeAt(at), 16777619);
  return (look ^ (look >>> 15)) >>> 0;
}
