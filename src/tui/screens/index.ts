/** Every screen, by name. Generated: `npm run generate`. */
import { decision } from './decision/decision.ts';
import { decisionState, type DecisionState } from './decision/state.ts';
import { policies } from './policies/policies.ts';
import { policiesState, type PoliciesState } from './policies/state.ts';
import { request } from './request/request.ts';
import { requestState, type RequestState } from './request/state.ts';
import type { Screen } from './screen.ts';

/** What each screen remembers for itself. */
export interface ScreenStates {
  readonly decision: DecisionState;
  readonly policies: PoliciesState;
  readonly request: RequestState;
}

export type ScreenId = keyof ScreenStates;

export const SCREENS: readonly (Screen & { readonly id: ScreenId })[] = [
  decision,
  policies,
  request,
];

export const INITIAL_SCREENS: ScreenStates = {
  decision: decisionState,
  policies: policiesState,
  request: requestState,
};

/** A value for each screen. */
export function eachScreen<Value>(of: (id: ScreenId) => Value): Readonly<Record<ScreenId, Value>> {
  return {
    decision: of('decision'),
    policies: of('policies'),
    request: of('request'),
  };
}
