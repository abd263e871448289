/** The machine contract: a self-contained question to the evaluator in, its answer out. */
export {
  type AnsweredLine,
  answerNode,
  type DocumentNode,
  type LineOptions,
  lineAnswerer,
  simulateLines,
} from './answer-line.ts';
export { callerOfArn } from './caller-of-arn.ts';
export { type FoundPolicy, findManagedPolicy } from './managed-policy.ts';
export type { FindPolicy } from './read-policies.ts';
export { errorAnswer, type ReadSimulation, readSimulation } from './read-simulation.ts';
export { answerSimulation, compareWithExpectation, type SimulationResult, simulate } from './simulate.ts';
export type { Answer, AnswerError, AnswerStatement, Expectation, Simulation } from './simulation.ts';
