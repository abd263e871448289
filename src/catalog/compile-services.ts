/** Compiles the service authorization data into services.json and services.jsonl. */
import type { ActionRow, KeyRow, ServiceLine, ServicesIndex } from './data-format.ts';
import { ACCESS_LEVELS, KEY_TYPES } from './service.ts';
import type { ServiceSources, SourceAction, SourceService } from './service-source.ts';

/** The two files as text. */
export interface CompiledServices {
  readonly index: string;
  readonly lines: string;
}

/** What the older data says about an action; newer data wins where it says something. */
type Overlay = ReadonlyMap<string, SourceAction>;

/** Services, actions, resource types and keys are sorted, so equal data gives equal bytes. */
export function compileServices(sources: ServiceSources): CompiledServices {
  const overlay: Overlay = new Map(
    sources.overlay.flatMap((service) =>
      service.actions.map((action) => [`${service.prefix}:${action.name}`.toLowerCase(), action]),
    ),
  );
  const services = [...sources.services].sort((a, b) => compare(a.prefix, b.prefix));
  const lines = services.map((service) => `${JSON.stringify(compileService(service, overlay))}\n`);
  const index: ServicesIndex = {
    services: services.map(({ prefix, title }, i) => [check(prefix, /^[a-z0-9-]+$/), title, lines[i]?.length ?? 0]),
    globalKeys: sources.globalKeys.map(({ key, type }) => [templateName(key), keyType(type)]),
    foreignKeys: foreignKeysOf(services),
  };
  return { index: ascii(`${JSON.stringify(index)}\n`), lines: ascii(lines.join('')) };
}

function compileService(service: SourceService, overlay: Overlay): ServiceLine {
  const keys = [...service.conditionKeys].sort((a, b) => compare(a.key, b.key));
  const keyAt = positions(keys.map(({ key }) => key));
  const types = [...service.resourceTypes].sort((a, b) => compare(a.key, b.key));
  const typeAt = positions(types.map(({ key }) => key));
  const sets: number[][] = [[]];
  const setAt = new Map([['', 0]]);

  function setOf(names: readonly string[]): number {
    const set = [...new Set(names.map((name) => place(keyAt, name)))].sort((a, b) => a - b);
    const known = setAt.get(set.join());
    if (known !== undefined) return known;
    setAt.set(set.join(), sets.push(set) - 1);
    return sets.length - 1;
  }

  const typeRows = types.map(
    ({ key, arn, conditionKeys = [] }) => [key, arnTemplate(arn), setOf(conditionKeys)] as const,
  );
  const actions = [...service.actions]
    .sort((a, b) => compare(a.name, b.name))
    .map((action): ActionRow => {
      const old = overlay.get(`${service.prefix}:${action.name}`.toLowerCase());
      const dependents = dependentsOf(action, old);
      const permissionOnly = action.isPermissionOnly || old?.isPermissionOnly;
      const resources = resourcesOf(action).map(
        ({ name, required, conditionKeys }) => [place(typeAt, name), required ? 1 : 0, setOf(conditionKeys)] as const,
      );
      const name = check(action.name, /^[A-Za-z0-9-]+$/);
      const head = [name, levelOf(action.accessLevel), setOf(action.conditionKeys)] as const;
      if (permissionOnly) return [...head, resources, dependents, 1];
      if (dependents.length > 0) return [...head, resources, dependents];
      return resources.length > 0 ? [...head, resources] : head;
    });
  return {
    keys: keys.map(({ key, type }): KeyRow => [templateName(key), keyType(type)]),
    sets,
    types: typeRows,
    actions,
  };
}

/** Sorted by name; a type that the source lists twice is required if one of the rows says so. */
function resourcesOf(action: SourceAction): SourceAction['resourceTypes'] {
  const byName = new Map<string, SourceAction['resourceTypes'][number]>();
  for (const row of action.resourceTypes) {
    const twin = byName.get(row.name);
    const conditionKeys = [...(twin?.conditionKeys ?? []), ...row.conditionKeys];
    byName.set(row.name, { ...row, required: row.required || twin?.required === true, conditionKeys });
  }
  return [...byName.values()].sort((a, b) => compare(a.name, b.name));
}

/** The source lists them under the action or under one of its resource types; which one says nothing. */
function dependentsOf(...versions: readonly (SourceAction | undefined)[]): readonly string[] {
  for (const version of versions) {
    const under = version?.resourceTypes.flatMap((type) => type.dependentActions) ?? [];
    const names = new Set([...(version?.dependentActions ?? []), ...under]);
    if (names.size > 0) return [...names].sort(compare);
  }
  return [];
}

/** Since July 2026 the source writes `Tagging, Write`: the most specific one comes first. */
function levelOf(text: string): number {
  const [first] = text.split(', ');
  const level = ACCESS_LEVELS.map(String).indexOf(first ?? '');
  if (level === -1) throw new Error(`unknown access level: ${text}`);
  return level;
}

/** Prefixes that are no service of their own, or are one that does not list the key. */
function foreignKeysOf(services: readonly SourceService[]): ServicesIndex['foreignKeys'] {
  const own = new Map(
    services.map((one) => [one.prefix, new Set(one.conditionKeys.map(({ key }) => key.toLowerCase()))]),
  );
  const lists = new Map<string, Set<string>>();
  for (const { prefix, conditionKeys } of services) {
    for (const { key } of conditionKeys) {
      const foreign = key.slice(0, key.indexOf(':'));
      if (foreign === prefix || foreign === 'aws' || own.get(foreign)?.has(key.toLowerCase())) continue;
      const services = lists.get(foreign) ?? new Set();
      lists.set(foreign, services.add(prefix));
    }
  }
  return [...lists].sort(([a], [b]) => compare(a, b)).map(([foreign, names]) => [foreign, [...names].sort(compare)]);
}

/** The source writes `${TagKey}`, `<key>` and `tag-key`; here all are `${...}`. */
function templateName(key: string): string {
  return key.replace(/<([^>]*)>/g, '${$1}').replace(/\/tag-key$/, '/${TagKey}');
}

/** One ARN of the source has a placeholder without its `$`. */
function arnTemplate(arn: string): string {
  const template = arn.replace(/(?<!\$)\{/g, '${');
  return check(template, /^arn(:[^:]*){4}:./);
}

function keyType(type: KeyRow[1]): KeyRow[1] {
  if (!KEY_TYPES.some((one) => type === one || type === `ArrayOf${one}`)) throw new Error(`unknown key type: ${type}`);
  return type;
}

function positions(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, i) => [name.toLowerCase(), i]));
}

function place(positions: ReadonlyMap<string, number>, name: string): number {
  const found = positions.get(name.toLowerCase());
  if (found === undefined) throw new Error(`not listed by its service: ${name}`);
  return found;
}

function check(text: string, form: RegExp): string {
  if (!form.test(text)) throw new Error(`unexpected form: ${text}`);
  return text;
}

/** The reader counts characters as bytes. */
export function ascii(text: string): string {
  const odd = [...text].find((character) => character > '\x7f');
  if (odd) throw new Error(`not ASCII: ${odd}`);
  return text;
}

/** By UTF-16 code, whatever the machine's language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
