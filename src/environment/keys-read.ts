/** Which context keys policies read: in conditions and in policy variables. */
import type { Policy, Statement } from '../language/index.ts';

const VARIABLE = /\$\{([^},]+)/g;

/** In lower case. A statement is taken to be read whatever its action. */
export function keysRead(policies: readonly Policy[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const statement of policies.flatMap((policy) => policy.document.statements)) {
    for (const key of keysOf(statement)) keys.add(key.trim().toLowerCase());
  }
  return keys;
}

function keysOf({ conditions, resource }: Statement): string[] {
  const texts = [...conditions.flatMap((condition) => condition.values), ...(resource?.values ?? [])];
  const variables = texts.flatMap(({ value }) => [...value.matchAll(VARIABLE)].map((match) => match[1] ?? ''));
  return [...conditions.map((condition) => condition.key), ...variables];
}
