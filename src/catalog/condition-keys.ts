/** Condition keys found by name, and the keys a request for an action can carry. */
import { globalKeysOf } from './global-keys.ts';
import type { ServiceReader } from './read-services.ts';
import type { ConditionKey, ServiceAction } from './service.ts';
import { fitsTemplate, isTemplate } from './template-names.ts';

/** AWS: services say action by action whether they know these; elsewhere the request does not carry them. */
const LISTED_PER_ACTION = new Set(['aws:requesttag/${tagkey}', 'aws:resourcetag/${tagkey}', 'aws:tagkeys']);

/** Condition keys of one opened catalog. */
export interface KeyReader {
  readonly globalKeys: () => readonly ConditionKey[];
  readonly find: (name: string) => ConditionKey | undefined;
  readonly ofAction: (action: ServiceAction) => readonly ConditionKey[];
  /** Keys a name with this prefix could have meant: the global ones and those of the prefix. */
  readonly withPrefix: (prefix: string) => readonly ConditionKey[];
}

/** Reads nothing yet. */
export function keyReader(services: ServiceReader): KeyReader {
  let globals: ReadonlyMap<string, ConditionKey> | undefined;
  const found = new Map<string, ConditionKey | undefined>();
  const perAction = new Map<string, readonly ConditionKey[]>();

  function globalKeys(): ReadonlyMap<string, ConditionKey> {
    globals ??= globalKeysOf(services.index());
    return globals;
  }

  function withPrefix(prefix: string): readonly ConditionKey[] {
    const lists = services.index().foreignKeys.filter(([foreign]) => fitsTemplate(foreign, prefix));
    const prefixes = [prefix, ...lists.flatMap(([, names]) => names)];
    return prefixes.flatMap((name) => services.load(name)?.service.conditionKeys ?? []);
  }

  function find(name: string): ConditionKey | undefined {
    if (!found.has(name)) found.set(name, lookUp(name));
    return found.get(name);
  }

  function lookUp(name: string): ConditionKey | undefined {
    const colon = name.indexOf(':');
    if (colon === -1) return undefined;
    return (
      globalKeys().get(name.toLowerCase()) ??
      nearestForm([...globalKeys().values()], name) ??
      nearestForm(withPrefix(name.slice(0, colon)), name)
    );
  }

  function ofAction(action: ServiceAction): readonly ConditionKey[] {
    const keys = perAction.get(action.id) ?? collect(action);
    perAction.set(action.id, keys);
    return keys;
  }

  function collect(action: ServiceAction): readonly ConditionKey[] {
    const names = new Set(action.conditionKeys);
    for (const { type, conditionKeys } of action.resources) {
      for (const name of [...conditionKeys, ...type.conditionKeys]) names.add(name);
    }
    const listed = services.load(action.service)?.service.conditionKeys.filter((key) => names.has(key.name)) ?? [];
    const seen = new Set(listed.map((key) => key.name.toLowerCase()));
    const rest = [...globalKeys()].filter(([name]) => !seen.has(name) && !LISTED_PER_ACTION.has(name));
    return [...listed, ...rest.map(([, key]) => key)];
  }

  return { globalKeys: () => [...globalKeys().values()], find, ofAction, withPrefix };
}

/** The key of exactly this name, or else the first template it fits. */
function nearestForm(keys: readonly ConditionKey[], name: string): ConditionKey | undefined {
  const lower = name.toLowerCase();
  return (
    keys.find((key) => key.name.toLowerCase() === lower) ??
    keys.find((key) => isTemplate(key.name) && fitsTemplate(key.name, name))
  );
}
