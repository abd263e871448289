/** Every screen, by name. Generated: `npm run generate`. */
import { policies } from './policies/policies.ts';
import { policiesState, type PoliciesState } from './policies/state.ts';
import { request } from './request/request.ts';
import { requestState, type RequestState } from './request/state.ts';
import type { Screen } from './screen.ts';

/** What each screen remembers for itself. */
export interface ScreenStates {
  readonly policies: PoliciesState;
  readonly request: RequestState;
}

export type ScreenId = keyof ScreenStates;

export const SCREENS: readonly (Screen & { readonly id: ScreenId })[] = [
  policies,
  request,
];

export const INITIAL_SCREENS: ScreenStates = {
  policies: policiesState,
  request: requestState,
};

/** A value for each screen. */
export function eachScreen<Value>(of: (id: ScreenId) => Value): Readonly<Record<ScreenId, Value>> {
  return {
    policies: of('policies'),
    request: of('request'),
  };
}
