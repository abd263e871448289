/** Names for the cases that one scenario makes. */

/** `name [s3:GetObject, bucket/key]`; the name alone where nothing is left open. */
export function caseName(name: string, parts: readonly (string | undefined)[]): string {
  const open = parts.filter((part) => part !== undefined);
  return open.length === 0 ? name : `${name} [${open.join(', ')}]`;
}

/** Short names that tell the entries of a list apart; undefined for the only entry, which needs none. */
export function nameEach(entries: readonly string[]): readonly (string | undefined)[] {
  if (entries.length === 1) return [undefined];
  const short = entries.map(shortName);
  return short.map((name, index) => (short.indexOf(name) === short.lastIndexOf(name) ? name : entries[index]));
}

/** An ARN without what stands before its resource part; anything else whole. */
function shortName(entry: string): string {
  const [prefix, ...rest] = entry.split(':');
  return prefix === 'arn' && rest.length >= 5 ? rest.slice(4).join(':') : entry;
}
