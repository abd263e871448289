/** Every screen, by name. Generated: `npm run generate`. */
import { policies } from './policies/policies.ts';
import { policiesState, type PoliciesState } from './policies/state.ts';
import type { Screen } from './screen.ts';

/** What each screen remembers for itself. */
export interface ScreenStates {
  readonly policies: PoliciesState;
}

export type ScreenId = keyof ScreenStates;

export const SCREENS: readonly (Screen & { readonly id: ScreenId })[] = [
  policies,
];

export const INITIAL_SCREENS: ScreenStates = {
  policies: policiesState,
};

/** A value for each screen. */
export function eachScreen<Value>(of: (id: ScreenId) => Value): Readonly<Record<ScreenId, Value>> {
  return {
    policies: of('policies'),
  };
}
