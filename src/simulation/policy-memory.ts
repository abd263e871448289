/** Policies by the node they were parsed from: who meets the same node again shares what was parsed and compiled. */
import type { Policy } from '../language/index.ts';
import type { SourceNode } from '../parse/index.ts';

/** By `type name`. */
export type PolicyMemory = WeakMap<SourceNode, Map<string, Policy>>;

/** A document that comes under ever new names starts over rather than grow without bound. */
const MOST_NAMES = 64;

export function recallPolicy(memory: PolicyMemory | undefined, node: SourceNode, key: string): Policy | undefined {
  return recurs(node) ? memory?.get(node)?.get(key) : undefined;
}

export function keepPolicy(memory: PolicyMemory | undefined, node: SourceNode, key: string, policy: Policy): void {
  if (!memory || !recurs(node)) return;
  const known = memory.get(node);
  if (known && known.size < MOST_NAMES) known.set(key, policy);
  else memory.set(node, new Map([[key, policy]]));
}

function recurs(node: SourceNode): boolean {
  return node.kind === 'object' && node.recurs === true;
}
