/** Tells why context keys are absent that policies in play read. */
import type { RequestContext } from '../language/index.ts';
import type { AbsentKey } from './derived.ts';

/** @param read keys that policies in play read, in lower case; what nobody reads needs no word */
export function noteAbsences(
  absent: readonly AbsentKey[],
  read: ReadonlySet<string>,
  context: RequestContext,
): readonly string[] {
  const values = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
  return absent.flatMap(({ key, because }) =>
    readAs(key, read).flatMap((name) => {
      const spelled = key + name.slice(key.length);
      if (values.get(name) === '') return [`the value of \`${spelled}\` is not known: ${because}`];
      return values.has(name) ? [] : [`\`${spelled}\` is absent: ${because}`];
    }),
  );
}

/** `aws:PrincipalTag/` stands for every tag that is read. */
function readAs(key: string, read: ReadonlySet<string>): string[] {
  const lower = key.toLowerCase();
  if (lower.endsWith('/')) return [...read].filter((name) => name.startsWith(lower));
  return read.has(lower) ? [lower] : [];
}
