/** Recognises the versions that a plan makes, whose numbers it could not know, by their documents. */
import { namesOf, type ObjectState, VERSION } from './object-state.ts';

/** The state with the wanted names for versions whose number is not wanted, where their document is. */
export function withNewVersions(state: ObjectState, wanted: ObjectState): ObjectState {
  const missing = namesOf(wanted, VERSION).filter((name) => state[VERSION + name] === undefined);
  const names = new Map<string, string>();
  for (const id of namesOf(state, VERSION)) {
    if (wanted[VERSION + id] !== undefined) continue;
    const name = missing.find(
      (one) => wanted[VERSION + one] === state[VERSION + id] && ![...names.values()].includes(one),
    );
    if (name !== undefined) names.set(id, name);
  }
  const renamed = Object.entries(state).map(([aspect, value]) => {
    if (aspect === 'default') return [aspect, names.get(value) ?? value];
    const id = aspect.startsWith(VERSION) ? aspect.slice(VERSION.length) : undefined;
    return [id === undefined ? aspect : VERSION + (names.get(id) ?? id), value];
  });
  return Object.fromEntries(renamed);
}
