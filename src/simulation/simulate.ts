/** Answers a simulation: decides every pair of the call; the first that is not allowed decides. */
import { decideWithReasons, evaluate, type Reason } from '../evaluate/index.ts';
import { DEFAULT_SETTINGS, type EvaluationResult, type Request, type Settings } from '../language/index.ts';
import type { Answer, AnswerStatement, Expectation, Simulation } from './simulation.ts';

export interface SimulationResult {
  readonly answer: Answer;
  /** One per pair, in order; those after a failed pair are evaluated too. */
  readonly evaluations: readonly { readonly request: Request; readonly result: EvaluationResult }[];
}

/** @param dataVersion the date of the service data, told in the answer */
export function simulate(
  simulation: Simulation,
  dataVersion: string,
  settings: Settings = DEFAULT_SETTINGS,
): SimulationResult {
  const evaluations = simulation.requests.map((request) => ({
    request,
    result: evaluate(simulation.policies, request, settings),
  }));
  return { answer: answerSimulation(simulation, dataVersion, settings), evaluations };
}

/** The answer alone, without the trace behind it: several times as fast. */
export function answerSimulation(
  simulation: Simulation,
  dataVersion: string,
  settings: Settings = DEFAULT_SETTINGS,
): Answer {
  const decided = simulation.requests.map((request) => decideWithReasons(simulation.policies, request, settings));
  const failed = decided.findIndex(({ outcome }) => outcome?.decision !== 'allowed');
  const deciding = decided[failed === -1 ? 0 : failed];
  // INVARIANT: a simulation has at least one pair.
  if (!deciding) throw new Error('a simulation must have a request');
  const { outcome } = deciding;
  const unknown = new Set(decided.flatMap(({ unknownKeys }) => unknownKeys));
  return {
    ...(simulation.id === undefined ? {} : { id: simulation.id }),
    decision: outcome?.decision ?? 'unknown',
    ...(outcome ? { decidedBy: outcome.decidedBy } : {}),
    ...(outcome?.decision === 'implicitDeny' ? { missing: outcome.missing } : {}),
    statements: (failed === -1 ? decided.flatMap(({ statements }) => statements) : deciding.statements).map(toAnswer),
    ...(simulation.hasChecks && failed !== -1 ? { failedCheck: failed } : {}),
    unknownKeys: [...unknown].sort(),
    dataVersion,
  };
}

function toAnswer({ layer, policy, statement }: Reason): AnswerStatement {
  const { index, sid, effect } = statement;
  return { layer, policy: policy.name, statement: index, ...(sid === undefined ? {} : { sid }), effect };
}

/** What differs between an expectation and an answer, one phrase each; empty when it is met. */
export function compareWithExpectation(expected: Expectation, answer: Answer): readonly string[] {
  if ('error' in answer) return [`expected ${expected.decision}, could not be decided: ${answer.error.message}`];
  const differences: string[] = [];
  const isDenied = answer.decision === 'explicitDeny' || answer.decision === 'implicitDeny';
  const meets = expected.decision === 'denied' ? isDenied : answer.decision === expected.decision;
  if (!meets) differences.push(`expected ${expected.decision}, received ${answer.decision}`);
  if (expected.decidedBy !== undefined && expected.decidedBy !== answer.decidedBy) {
    differences.push(`expected it decided by ${expected.decidedBy}, received ${answer.decidedBy}`);
  }
  if (expected.failedCheck !== undefined && expected.failedCheck !== answer.failedCheck) {
    differences.push(`expected check ${expected.failedCheck} to fail, received ${answer.failedCheck ?? 'none'}`);
  }
  return differences;
}
