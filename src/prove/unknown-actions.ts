/** Actions that the catalog does not know, one for each way in which policies tell them apart: AWS adds some every week. */
import type { Catalog, ServiceAction } from '../catalog/index.ts';
import { matchesPattern, type Pattern, patternOf, type Statement } from '../language/index.ts';
import { wordsOf } from './hints.ts';
import { memberships, wordPattern } from './word-search.ts';

/** By service, the lists of statements that name an action: those that actions of the catalog have, or the new ones. */
export type Marks = ReadonlyMap<string, ReadonlySet<string>>;

export interface UnknownAction {
  readonly action: ServiceAction;
  /** The numbers of the statements that name it, but for the bare star, in order. */
  readonly mark: string;
}

/**
 * @param isKnown whether an action of the catalog stands for the service's actions with this mark already
 * @returns undefined where telling them apart takes too long
 */
export function unknownActions(
  statements: readonly Statement[],
  catalog: Catalog,
  isKnown: (service: string, mark: string) => boolean,
): readonly UnknownAction[] | undefined {
  const found: UnknownAction[] = [];
  for (const [service, named] of patternsByService(statements)) {
    const words = wordsApart(named, (name) => catalog.action(`${service}:${name}`) !== undefined);
    if (!words) return undefined;
    const seen = new Set<string>();
    for (const name of words) {
      const mark = markOf(named, name.toLowerCase());
      if (seen.has(mark) || isKnown(service, mark) || catalog.action(`${service}:${name}`)) continue;
      seen.add(mark);
      found.push({ action: actionOf(service, name), mark });
    }
  }
  return found;
}

interface NamedPattern {
  readonly statement: number;
  /** As it is written. */
  readonly text: string;
  /** In lower case. */
  readonly pattern: Pattern;
}

function patternsByService(statements: readonly Statement[]): ReadonlyMap<string, readonly NamedPattern[]> {
  const services = new Map<string, NamedPattern[]>();
  for (const [statement, { action }] of statements.entries()) {
    for (const { value } of action.values) {
      const colon = value.indexOf(':');
      const service = value.slice(0, Math.max(0, colon)).toLowerCase();
      if (service === '' || /[*?]/.test(service)) continue;
      const text = value.slice(colon + 1);
      const one = { statement, text, pattern: patternOf(text.toLowerCase()) };
      const list = services.get(service);
      if (list) list.push(one);
      else services.set(service, [one]);
    }
  }
  return services;
}

/** A name for each combination of patterns that one can match; more names do no harm. */
function wordsApart(
  named: readonly NamedPattern[],
  isInCatalog: (name: string) => boolean,
): readonly string[] | undefined {
  const literal = named.flatMap(({ text, pattern }) =>
    pattern.literal !== undefined && !isInCatalog(text) ? text : [],
  );
  const wild = named.filter(({ pattern }) => pattern.literal === undefined);
  const readable = ['Example', ...literal, ...wild.flatMap(({ text }) => wordsOf(text).map(capitalised))];
  // Of beginnings, what goes on as none of the others does stands for all that matches the same ones.
  if (wild.every(({ pattern }) => pattern.beginning !== undefined)) {
    return [...readable, ...wild.map(({ text }) => `${text.slice(0, -1)}${otherThan(wild)}`)];
  }
  const sets = new Map<number, Pattern[]>();
  for (const { statement, pattern } of wild) sets.set(statement, [...(sets.get(statement) ?? []), pattern]);
  const found = memberships([...sets.values()].map((patterns) => patterns.map((one) => wordPattern(one))));
  return found && [...readable, ...[...found.values()].filter((word) => word !== '')];
}

function capitalised(name: string): string {
  return name.replace('example', 'Example');
}

/** A letter that follows none of the beginnings, or one that hardly does. */
function otherThan(wild: readonly NamedPattern[]): string {
  const used = new Set(wild.flatMap(({ text }) => [...text.toLowerCase()]));
  return [...'xqzjkvwyabcdefghilmnoprstu0123456789'].find((letter) => !used.has(letter)) ?? '-';
}

function markOf(named: readonly NamedPattern[], name: string): string {
  const statements = new Set(
    named.flatMap(({ statement, pattern }) => (matchesPattern(pattern, name) ? statement : [])),
  );
  return [...statements]
    .sort((a, b) => a - b)
    .map((statement) => ` ${statement}`)
    .join('');
}

/** On any resource, or none: nobody knows. */
function actionOf(service: string, name: string): ServiceAction {
  return {
    id: `${service}:${name}`,
    service,
    name,
    level: 'Read',
    resources: [],
    conditionKeys: [],
    dependents: [],
    permissionOnly: false,
  };
}
