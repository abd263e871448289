/** Values by the text that a key must start with: one pass over the key finds all of them, however many there are. */

/** A hash table over the prefixes, open addressing; made by `prefixIndex`. */
export interface PrefixIndex<Value> {
  /** The lengths that prefixes have, ascending. */
  readonly lengths: readonly number[];
  readonly entries: readonly PrefixEntry<Value>[];
  /** Position in `entries` plus one; 0 is a free slot. A power of two of them, at most half taken. */
  readonly slots: Uint32Array;
}

export interface PrefixEntry<Value> {
  readonly prefix: string;
  readonly values: Value[];
}

/** @param items values with their prefixes, none of them empty */
export function prefixIndex<Value>(items: Iterable<readonly [prefix: string, value: Value]>): PrefixIndex<Value> {
  const byPrefix = new Map<string, PrefixEntry<Value>>();
  for (const [prefix, value] of items) {
    const entry = byPrefix.get(prefix);
    if (entry) entry.values.push(value);
    else byPrefix.set(prefix, { prefix, values: [value] });
  }
  const entries = [...byPrefix.values()];
  let size = 2;
  while (size < entries.length * 2) size *= 2;
  const slots = new Uint32Array(size);
  entries.forEach(({ prefix }, position) => {
    let slot = hashOn(HASH_START, prefix, 0, prefix.length) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = position + 1;
  });
  const lengths = [...new Set(entries.map(({ prefix }) => prefix.length))].sort((a, b) => a - b);
  return { lengths, entries, slots };
}

/** FNV-1a over UTF-16 codes, so that the hash of a longer beginning goes on from that of a shorter one. */
export const HASH_START = -2128831035;

export function hashOn(hash: number, text: string, from: number, to: number): number {
  let result = hash;
  for (let i = from; i < to; i++) result = Math.imul(result ^ text.charCodeAt(i), 16777619);
  return result;
}

/** The values whose prefix is the beginning of the text of this length; `hash` is the hash of that beginning. */
export function valuesAt<Value>(
  { entries, slots }: PrefixIndex<Value>,
  hash: number,
  text: string,
  length: number,
): readonly Value[] | undefined {
  const mask = slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const position = slots[slot];
    if (!position) return undefined;
    const entry = entries[position - 1];
    if (entry && entry.prefix.length === length && text.startsWith(entry.prefix)) return entry.values;
  }
}

/** All values whose prefix the text starts with. */
export function valuesStarting<Value>(index: PrefixIndex<Value>, text: string): readonly Value[] {
  return index.lengths
    .filter((length) => length <= text.length)
    .flatMap((length) => valuesAt(index, hashOn(HASH_START, text, 0, length), text, length) ?? []);
}
