/** Lists of actions with wildcards that stand for exactly the listed actions, as far as the catalog knows. */
import type { Catalog } from '../catalog/index.ts';
import type { Statement, Text } from '../language/index.ts';

export interface NewWildcard {
  readonly pattern: string;
  /** What it stands for today. */
  readonly actions: readonly string[];
  /** Position of its statement. */
  readonly statement: number;
}

export interface Wildcarded {
  readonly statement: Statement;
  readonly wildcards: readonly NewWildcard[];
}

/** A wildcard shorter than what it replaces, the greatest saving first. A `Not` list stays as it is. */
export function withWildcards(statement: Statement, catalog: Catalog): Wildcarded {
  if (statement.action.not) return { statement, wildcards: [] };
  const byService = new Map<string, Text[]>();
  for (const one of statement.action.values) {
    const service = one.value.slice(0, Math.max(0, one.value.indexOf(':'))).toLowerCase();
    byService.set(service, [...(byService.get(service) ?? []), one]);
  }
  const wildcards: NewWildcard[] = [];
  const values = [...byService].flatMap(([service, written]) => {
    const found = service === '' ? [] : shorterPatterns(service, written, catalog);
    wildcards.push(...found.map((one) => ({ ...one, statement: statement.index })));
    return replaced(written, found, catalog);
  });
  return { statement: { ...statement, action: { ...statement.action, values } }, wildcards };
}

/** Patterns that stand for these actions and, today, for no others; as few as that takes. */
export function foldActions(ids: readonly string[], catalog: Catalog): readonly string[] {
  if (ids.length > 0 && ids.length >= catalog.expandAction('*').length) return ['*'];
  const action = { not: false, values: ids.map((value) => ({ value })) };
  const { statement } = withWildcards({ index: 0, effect: 'Allow', action, conditions: [] }, catalog);
  return statement.action.values.map(({ value }) => value);
}

/** Whole words that nothing else of the service begins with: `s3:GetObject*`, never `s3:G*`. */
function shorterPatterns(
  service: string,
  written: readonly Text[],
  catalog: Catalog,
): Omit<NewWildcard, 'statement'>[] {
  const listed = new Set(written.flatMap(({ value }) => catalog.expandAction(value).map(({ id }) => id)));
  const all = (catalog.service(service)?.actions ?? []).map(({ id }) => id);
  const taken = new Set<string>();
  const chosen: { pattern: string; actions: readonly string[] }[] = [];
  // From the shortest on, so that the widest that fits is found first.
  for (const prefix of [...prefixesOf(listed)].sort((a, b) => a.length - b.length)) {
    const actions = all.filter((id) => id.toLowerCase().startsWith(prefix.toLowerCase()));
    const fresh = actions.filter((id) => !taken.has(id));
    if (fresh.length < 2 || actions.some((id) => !listed.has(id))) continue;
    for (const id of actions) taken.add(id);
    chosen.push({ pattern: `${prefix}*`, actions });
  }
  const before = new Set(written.map(({ value }) => value.toLowerCase()));
  return chosen.filter(({ pattern }) => !before.has(pattern.toLowerCase()));
}

/** Up to each word of a name: `s3:`, `s3:Get`, `s3:GetObject`. */
function prefixesOf(ids: ReadonlySet<string>): Set<string> {
  return new Set(
    [...ids].flatMap((id) => [...id.matchAll(/(?<=[:a-z0-9])(?=[A-Z])/g)].map(({ index }) => id.slice(0, index))),
  );
}

/** The entries that no wildcard takes in, and the wildcards where the first of theirs stood. */
function replaced(
  written: readonly Text[],
  found: readonly Omit<NewWildcard, 'statement'>[],
  catalog: Catalog,
): Text[] {
  const open = new Map(found.map((one) => [one.pattern, new Set(one.actions)]));
  const done = new Set<string>();
  return written.flatMap((one): Text[] => {
    const ids = catalog.expandAction(one.value).map(({ id }) => id);
    const pattern =
      ids.length === 0 ? undefined : [...open].find(([, actions]) => ids.every((id) => actions.has(id)))?.[0];
    if (pattern === undefined) return [one];
    const isFirst = !done.has(pattern);
    done.add(pattern);
    return isFirst ? [{ value: pattern }] : [];
  });
}
