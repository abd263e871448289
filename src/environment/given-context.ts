/** Context keys as given, and how they are laid over those that were derived. */
import type { Catalog } from '../catalog/index.ts';
import { globalConditionKey } from '../language/condition-keys.ts';
import type { RequestContext } from '../language/index.ts';
import type { DerivedKey } from './derived.ts';
import type { GivenContext, GivenValue } from './environment.ts';

export interface MergedContext {
  readonly context: RequestContext;
  readonly origins: Readonly<Record<string, 'given' | 'derived'>>;
  readonly because: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

/** As the request carries it; undefined for null, which takes the key away. */
export function contextValue(given: GivenValue): string | readonly string[] | undefined {
  if (given === null) return undefined;
  return typeof given === 'object' ? given.map(String) : String(given);
}

interface Entry {
  readonly key: string;
  readonly value: string | readonly string[];
  readonly origin: 'given' | 'derived';
  readonly because: string;
}

type IsMultivalued = (key: string) => boolean | undefined;

/** Key names ignore case (C50). A later derived key replaces an earlier one, a given key every derived one (D8). */
export function mergeContext(
  keys: readonly DerivedKey[],
  given: GivenContext,
  isMultivalued: IsMultivalued,
): MergedContext {
  const { entries, problems } = mergeKeys(keys, given, isMultivalued);
  return {
    context: Object.fromEntries(entries.map(({ key, value }) => [key, value])),
    origins: Object.fromEntries(entries.map(({ key, origin }) => [key, origin])),
    because: Object.fromEntries(entries.map(({ key, because }) => [key, because])),
    problems,
  };
}

/** The context alone. */
export function contextOf(
  keys: readonly DerivedKey[],
  given: GivenContext,
  isMultivalued: IsMultivalued,
): RequestContext {
  const { entries } = mergeKeys(keys, given, isMultivalued);
  return Object.fromEntries(entries.map(({ key, value }) => [key, value]));
}

function mergeKeys(
  keys: readonly DerivedKey[],
  given: GivenContext,
  isMultivalued: IsMultivalued,
): { readonly entries: readonly Entry[]; readonly problems: readonly string[] } {
  const entries = new Map<string, Entry>();
  for (const one of keys) {
    const value = fit(one.value, isMultivalued(one.key)) ?? one.value;
    entries.set(one.key.toLowerCase(), { key: one.key, value, origin: 'derived', because: one.because });
  }
  const problems: string[] = [];
  const seen = new Map<string, string>();
  for (const [key, written] of Object.entries(given)) {
    const lower = key.toLowerCase();
    const twin = seen.get(lower);
    if (twin !== undefined) problems.push(`\`${twin}\` and \`${key}\` are one context key, given twice`);
    seen.set(lower, key);
    const value = contextValue(written);
    entries.delete(lower);
    if (value === undefined) continue;
    const fitted = fit(value, isMultivalued(key));
    if (fitted === undefined) problems.push(`\`${key}\` holds a single value, not a list`);
    else entries.set(lower, { key, value: fitted, origin: 'given', because: 'given' });
  }
  return { entries: [...entries.values()], problems };
}

/** A multivalued key holds a list, even of one value (C45); undefined for a list where the key is known to be single-valued. */
function fit(
  value: string | readonly string[],
  multivalued: boolean | undefined,
): string | readonly string[] | undefined {
  if (typeof value === 'string') return multivalued ? [value] : value;
  if (multivalued !== false || value.length === 0) return value;
  return value.length === 1 ? value[0] : undefined;
}

/** Undefined for keys of which it is not certain: the data of the services is not always right about single values. */
export function multivaluedIn(catalog: Catalog | undefined): (key: string) => boolean | undefined {
  return (key) => {
    const global = globalConditionKey(key);
    if (global) return global.multivalued;
    return catalog?.conditionKey(key)?.multivalued || key.toLowerCase() === 'sts:transitivetagkeys' || undefined;
  };
}
