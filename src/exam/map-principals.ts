/** A world whose resource side names other principals. */
import { mapStatements, type World } from './world.ts';

/** @param rename gives undefined for a value that names nobody any more */
export function mapPrincipals(world: World, rename: (value: string) => string | undefined): World {
  return mapStatements(world, (statement) => {
    const { principal } = statement;
    if (!principal || principal.not || statement.effect === 'Deny') return statement;
    const entries = principal.entries.flatMap((entry) => {
      const value = entry.kind === 'AWS' ? rename(entry.value) : entry.value;
      return value === undefined ? [] : value === entry.value ? [entry] : [{ ...entry, value }];
    });
    const isSame =
      entries.length === principal.entries.length && entries.every((one, at) => one === principal.entries[at]);
    return isSame ? statement : { ...statement, principal: { ...principal, entries } };
  });
}

/** `111122223333` or `arn:aws:iam::111122223333:root`. */
export function namesAccount(value: string): boolean {
  return /^(?:\d{12}|arn:aws:iam::\d{12}:root)$/.test(value);
}
