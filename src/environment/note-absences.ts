/** Tells why context keys are absent that policies in play read. */
import type { RequestContext } from '../language/index.ts';
import type { AbsentKey } from './derived.ts';

export interface Absence {
  /** As AWS or the policy spells it. */
  readonly key: string;
  readonly because: string;
  /** The same as a sentence. */
  readonly note: string;
}

/** @param read keys that policies in play read, in lower case; what nobody reads needs no word */
export function noteAbsences(
  absent: readonly AbsentKey[],
  read: ReadonlySet<string>,
  context: RequestContext,
): readonly Absence[] {
  const values = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
  return absent.flatMap(({ key, because }) =>
    readAs(key, read).flatMap((name) => {
      const spelled = key + name.slice(key.length);
      const told = (note: string) => [{ key: spelled, because, note: `${note}: ${because}` }];
      if (values.get(name) === '') return told(`the value of \`${spelled}\` is not known`);
      return values.has(name) ? [] : told(`\`${spelled}\` is absent`);
    }),
  );
}

/** `aws:PrincipalTag/` stands for every tag that is read. */
function readAs(key: string, read: ReadonlySet<string>): string[] {
  const lower = key.toLowerCase();
  if (lower.endsWith('/')) return [...read].filter((name) => name.startsWith(lower));
  return read.has(lower) ? [lower] : [];
}
