/** The request as conditions and variables read it: context keys by name, ignoring case (C50). */
import { matchesPattern, type Pattern, patternOf, type Request, type Settings } from '../language/index.ts';

export interface RequestView {
  readonly request: Request;
  readonly settings: Settings;
  /** A boundary is in play, which NotPrincipal looks at (P9). */
  readonly hasBoundary: boolean;
  /** Keys whose value is not known, in lower case. */
  readonly open: readonly Pattern[];
}

/** Stands for the value of a key that is not known (U1). */
export const UNKNOWN = Symbol('unknown');

/** One value, the values of a multivalued key, nothing for an absent key, or UNKNOWN. */
export type KeyValue = string | readonly string[] | undefined | typeof UNKNOWN;

const NONE: readonly Pattern[] = [];

export function viewRequest(request: Request, settings: Settings, hasBoundary: boolean): RequestView {
  const open = request.unknown ? request.unknown.map((key) => patternOf(key.toLowerCase())) : NONE;
  return { request, settings, hasBoundary, open };
}

/** Takes the key as written and in lower case. */
export function contextValue(view: RequestView, key: string, lowerKey: string): KeyValue {
  const value = present(find(view.request.context, key, lowerKey), view.settings);
  if (value !== undefined || view.open.length === 0) return value;
  return view.open.some((pattern) => matchesPattern(pattern, lowerKey)) ? UNKNOWN : undefined;
}

function find(context: Request['context'], key: string, lowerKey: string): string | readonly string[] | undefined {
  const exact = Object.hasOwn(context, key) ? context[key] : undefined;
  if (exact !== undefined) return exact;
  for (const name in context) {
    if (name.toLowerCase() === lowerKey) return context[name];
  }
  return undefined;
}

/** An empty list is an absent key (C20); an empty text is a value (C11, contested: I9). */
function present(
  value: string | readonly string[] | undefined,
  settings: Settings,
): string | readonly string[] | undefined {
  if (value === undefined || value === '') return settings.emptyString === 'absent' ? undefined : value;
  if (typeof value === 'string') return value;
  const values = settings.emptyString === 'absent' ? value.filter((text) => text !== '') : value;
  return values.length === 0 ? undefined : values;
}
