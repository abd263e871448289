/** Every screen, by name. Generated: `npm run generate`. */
import { chains } from './chains/chains.ts';
import { chainsState, type ChainsState } from './chains/state.ts';
import { decision } from './decision/decision.ts';
import { decisionState, type DecisionState } from './decision/state.ts';
import { findings } from './findings/findings.ts';
import { findingsState, type FindingsState } from './findings/state.ts';
import { matrix } from './matrix/matrix.ts';
import { matrixState, type MatrixState } from './matrix/state.ts';
import { policies } from './policies/policies.ts';
import { policiesState, type PoliciesState } from './policies/state.ts';
import { quiz } from './quiz/quiz.ts';
import { quizState, type QuizState } from './quiz/state.ts';
import { request } from './request/request.ts';
import { requestState, type RequestState } from './request/state.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { scenariosState, type ScenariosState } from './scenarios/state.ts';
import type { Screen } from './screen.ts';

/** What each screen remembers for itself. */
export interface ScreenStates {
  readonly chains: ChainsState;
  readonly decision: DecisionState;
  readonly findings: FindingsState;
  readonly matrix: MatrixState;
  readonly policies: PoliciesState;
  readonly quiz: QuizState;
  readonly request: RequestState;
  readonly scenarios: ScenariosState;
}

export type ScreenId = keyof ScreenStates;

export const SCREENS: readonly (Screen & { readonly id: ScreenId })[] = [
  chains,
  decision,
  findings,
  matrix,
  policies,
  quiz,
  request,
  scenarios,
];

export const INITIAL_SCREENS: ScreenStates = {
  chains: chainsState,
  decision: decisionState,
  findings: findingsState,
  matrix: matrixState,
  policies: policiesState,
  quiz: quizState,
  request: requestState,
  scenarios: scenariosState,
};

/** A value for each screen. */
export function eachScreen<Value>(of: (id: ScreenId) => Value): Readonly<Record<ScreenId, Value>> {
  return {
    chains: of('chains'),
    decision: of('decision'),
    findings: of('findings'),
    matrix: of('matrix'),
    policies: of('policies'),
    quiz: of('quiz'),
    request: of('request'),
    scenarios: of('scenarios'),
  };
}
