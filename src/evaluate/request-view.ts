/** The request as conditions and variables read it: context keys by name, ignoring case (C50). */
import { matchesPattern, patternOf, type Request, type Settings } from '../language/index.ts';

export type KeyState =
  | { readonly state: 'present'; readonly values: readonly string[]; readonly multivalued: boolean }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' };

export interface RequestView {
  readonly request: Request;
  readonly settings: Settings;
  /** A boundary is in play, which NotPrincipal looks at (P9). */
  readonly hasBoundary: boolean;
  /** Takes the key in lower case. */
  readonly lookup: (key: string) => KeyState;
}

const ABSENT: KeyState = { state: 'absent' };
const UNKNOWN: KeyState = { state: 'unknown' };

export function viewRequest(request: Request, settings: Settings, hasBoundary: boolean): RequestView {
  const states = new Map<string, KeyState>();
  for (const [key, value] of Object.entries(request.context)) states.set(key.toLowerCase(), keyState(value, settings));
  const open = (request.unknown ?? []).map((key) => patternOf(key.toLowerCase()));
  const lookup = (key: string): KeyState => {
    const state = states.get(key);
    if (state) return state;
    return open.some((pattern) => matchesPattern(pattern, key)) ? UNKNOWN : ABSENT;
  };
  return { request, settings, hasBoundary, lookup };
}

/** An empty list is an absent key (C20); an empty text is a value (C11, contested: I9). */
function keyState(value: string | readonly string[], settings: Settings): KeyState {
  const multivalued = typeof value !== 'string';
  const all = multivalued ? value : [value];
  const values = settings.emptyString === 'absent' ? all.filter((text) => text !== '') : all;
  return values.length === 0 ? ABSENT : { state: 'present', values, multivalued };
}
