/** Services read from the compiled data, each line parsed when it is first asked for. */
import type { CatalogFiles } from './catalog-files.ts';
import type { KeyRow, ServiceLine, ServicesIndex } from './data-format.ts';
import type { ConditionKey, KeyType, ResourceType, Service, ServiceAction } from './service.ts';
import { ACCESS_LEVELS, KEY_TYPES } from './service.ts';

/** A service with the lookups that are built once per service. */
export interface LoadedService {
  readonly service: Service;
  /** By lower-case name without prefix. */
  readonly actions: ReadonlyMap<string, ServiceAction>;
}

/** The services of one opened catalog. */
export interface ServiceReader {
  readonly index: () => ServicesIndex;
  readonly prefixes: () => readonly string[];
  /** By prefix, case ignored (B1). */
  readonly load: (prefix: string) => LoadedService | undefined;
}

interface Place {
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** Reads nothing yet: the index on the first question, a service when it is asked for. */
export function serviceReader(files: CatalogFiles): ServiceReader {
  let index: ServicesIndex | undefined;
  let places: ReadonlyMap<string, Place> | undefined;
  const loaded = new Map<string, LoadedService>();

  function readIndex(): ServicesIndex {
    if (index) return index;
    const parsed: ServicesIndex = JSON.parse(files.text('services.json'));
    index = parsed;
    return index;
  }

  function readPlaces(): ReadonlyMap<string, Place> {
    places ??= placesOf(readIndex());
    return places;
  }

  function load(prefix: string): LoadedService | undefined {
    const name = prefix.toLowerCase();
    const known = loaded.get(name);
    if (known) return known;
    const place = readPlaces().get(name);
    if (!place) return undefined;
    const line: ServiceLine = JSON.parse(files.text('services.jsonl', place.start, place.end));
    const service = expand(name, place.title, line);
    const result = { service, actions: new Map(service.actions.map((action) => [action.name.toLowerCase(), action])) };
    loaded.set(name, result);
    return result;
  }

  return { index: readIndex, prefixes: () => [...readPlaces().keys()], load };
}

function placesOf(index: ServicesIndex): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let start = 0;
  for (const row of index.services) {
    places.set(row[0], { title: row[1], start, end: start + row[2] });
    start += row[2];
  }
  return places;
}

function expand(prefix: string, title: string, line: ServiceLine): Service {
  const conditionKeys = line.keys.map((row) => conditionKeyOf(row, 'service'));
  const sets = line.sets.map((set) => set.map((key) => at(conditionKeys, key).name));
  const resourceTypes = line.types.map(
    ([name, arn, set]): ResourceType => ({ service: prefix, name, arn, conditionKeys: at(sets, set) }),
  );
  const actions = line.actions.map(
    ([name, level, set, resources = [], dependents = [], permissionOnly]): ServiceAction => ({
      id: `${prefix}:${name}`,
      service: prefix,
      name,
      level: at(ACCESS_LEVELS, level),
      resources: resources.map(([type, required, keys]) => ({
        type: at(resourceTypes, type),
        required: required === 1,
        conditionKeys: at(sets, keys),
      })),
      conditionKeys: at(sets, set),
      dependents,
      permissionOnly: permissionOnly === 1,
    }),
  );
  return { prefix, title, actions, resourceTypes, conditionKeys };
}

/** A key as the data has it; keys with an `aws:` prefix are global wherever they are listed. */
export function conditionKeyOf([name, type]: KeyRow, scope: ConditionKey['scope']): ConditionKey {
  const multivalued = type.startsWith('ArrayOf');
  const single: KeyType | undefined = KEY_TYPES.find((one) => one === (multivalued ? type.slice(7) : type));
  if (!single) throw new Error(`catalog data: unknown key type ${type}`);
  return { name, type: single, multivalued, scope: name.startsWith('aws:') ? 'global' : scope };
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`catalog data: position ${index} of ${list.length}`);
  return item;
}
