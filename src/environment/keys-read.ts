/** Which context keys policies read for an action: in conditions and in policy variables. */
import { matchesPattern, type Policy, patternOf, type Statement } from '../language/index.ts';

const VARIABLE = /\$\{([^},]+)/g;

/** In lower case, of all statements that speak of the action (B1 to B4). */
export function keysRead(policies: readonly Policy[], action: string): ReadonlySet<string> {
  const statements = policies.flatMap((policy) => policy.document.statements);
  const keys = statements.filter((statement) => speaksOf(statement, action.toLowerCase())).flatMap(keysOf);
  return new Set(keys.map((key) => key.trim().toLowerCase()));
}

function speaksOf({ action: { not, values } }: Statement, action: string): boolean {
  return values.some(({ value }) => matchesPattern(patternOf(value.toLowerCase()), action)) !== not;
}

function keysOf({ conditions, resource }: Statement): string[] {
  const texts = [...conditions.flatMap((condition) => condition.values), ...(resource?.values ?? [])];
  const variables = texts.flatMap(({ value }) => [...value.matchAll(VARIABLE)].map((match) => match[1] ?? ''));
  return [...conditions.map((condition) => condition.key), ...variables];
}
