/** Actions and resources at which a statement and its mutant may differ, the likeliest first. */
import type { Catalog } from '../../catalog/index.ts';
import type { Environment } from '../../environment/index.ts';
import {
  type ListElement,
  matchesPattern,
  patternOf,
  type RequestContext,
  type Statement,
} from '../../language/index.ts';
import { sampleActions, sampleResources } from './sample-texts.ts';

export interface SampleTarget {
  readonly action: string;
  readonly resource: string;
}

/** The statements of a policy before and after a change. */
export interface Sides {
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
}

export interface Surroundings {
  readonly environment: Environment;
  readonly catalog: Catalog;
  readonly asked: SampleTarget | undefined;
  /** For the variables of resources. */
  readonly context: RequestContext;
}

const MOST_ACTIONS = { differ: 8, both: 4, neither: 3 };
const MOST_RESOURCES = { differ: 10, both: 10, neither: 10 };

/** Gives the targets for each of several surroundings of one change. */
export function targetSampler({ before, after }: Sides, catalog: Catalog): (around: Surroundings) => SampleTarget[] {
  const all = [...before, ...after];
  const byAction = sidesOf(before, after, ({ action }) => action, true);
  const byResource = sidesOf(before, after, ({ resource }) => resource, false);
  const patterns = [...new Set(all.flatMap(({ resource }) => resource?.values ?? []).map(({ value }) => value))];
  const known = new Map<string, boolean>();
  const isFit = (action: string, resource: string) => {
    const key = `${action} ${resource}`;
    const fit = known.get(key) ?? fits(action, resource, catalog);
    known.set(key, fit);
    return fit;
  };
  const named = patterns.flatMap((value) => (value === '*' ? ['*'] : sampleResources(value, {})));
  const isUsable = (action: string) =>
    named.length === 0 || named.includes('*') || named.some((arn) => isFit(action, arn));
  const candidates = sampleActions(
    all.map(({ action }) => action),
    catalog,
  );
  const likely = ranked(candidates.filter(isUsable), byAction, MOST_ACTIONS);
  return ({ environment, asked, context }) => {
    const described = environment.accounts.flatMap(({ resources, roles }) => [...resources, ...roles]);
    const resources = ranked(
      [
        ...(asked ? [asked.resource] : []),
        ...patterns.flatMap((value) => sampleResources(value, context)),
        ...described.flatMap(({ arn }) => [arn, `${arn}/example`]),
        '*',
      ],
      byResource,
      MOST_RESOURCES,
    );
    const actions = [...new Set([...(asked ? [asked.action] : []), ...likely])];
    return actions.flatMap((action) => {
      const fitting = resources.filter((resource) => isFit(action, resource));
      const own = fitting.length > 0 ? fitting : resourcesOfAction(action, environment, catalog);
      return own.map((resource) => ({ action, resource }));
    });
  };
}

/** One resource of the action in each account, where no policy and no environment names any. */
function resourcesOfAction(action: string, { accounts }: Environment, catalog: Catalog): string[] {
  const [type] = catalog.resourceTypesMatching(action, '*');
  if (!type) return [];
  const values: Readonly<Record<string, string>> = { Partition: 'aws', Region: 'us-east-1' };
  return accounts.map(({ id }) =>
    type.arn.replace(/\$\{([^}]*)\}/g, (_, name: string) => values[name] ?? (name === 'Account' ? id : 'example')),
  );
}

/** Which side's elements name a text; variables are taken for wildcards. */
function sidesOf(
  before: readonly Statement[],
  after: readonly Statement[],
  elementOf: (statement: Statement) => ListElement | undefined,
  ignoresCase: boolean,
): (text: string) => readonly [boolean, boolean] {
  const compile = (statements: readonly Statement[]) =>
    statements.map((statement) => {
      const element = elementOf(statement);
      const values = element?.values.map(({ value }) => value.replace(/\$\{[^}]*\}/g, '*')) ?? ['*'];
      const patterns = values.map((value) => patternOf(ignoresCase ? value.toLowerCase() : value));
      return { not: element?.not === true, patterns };
    });
  const sides = [compile(before), compile(after)] as const;
  const names = (side: ReturnType<typeof compile>, text: string) =>
    side.some(({ not, patterns }) => patterns.some((pattern) => matchesPattern(pattern, text)) !== not);
  return (text) => {
    const form = ignoresCase ? text.toLowerCase() : text;
    return [names(sides[0], form), names(sides[1], form)];
  };
}

/** Those first that only one side names, then those that both do; some of each. */
function ranked(
  texts: readonly string[],
  sides: (text: string) => readonly [boolean, boolean],
  most: Readonly<Record<'differ' | 'both' | 'neither', number>>,
): string[] {
  const groups = { differ: [] as string[], both: [] as string[], neither: [] as string[] };
  for (const text of new Set(texts)) {
    const [before, after] = sides(text);
    groups[before !== after ? 'differ' : before ? 'both' : 'neither'].push(text);
  }
  return [
    ...groups.differ.slice(0, most.differ),
    ...groups.both.slice(0, most.both),
    ...groups.neither.slice(0, most.neither),
  ];
}

/** Can the action work on the resource? Of actions that nobody knows anything is believed. */
function fits(action: string, resource: string, catalog: Catalog): boolean {
  if (!catalog.action(action)) return true;
  if (catalog.isResourceless(action)) return resource === '*';
  return resource !== '*' && catalog.resourceTypesMatching(action, resource).length > 0;
}
