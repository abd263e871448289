/** Tests that users write against their policies: read, run, covered. */
export { acceptAnswer } from './accept-answer.ts';
export { ask, type CaseAnswer, type CaseQuestion } from './ask.ts';
export type { CaseResult, CaseStatus, Received, Step } from './case-result.ts';
export {
  COVERAGE_LEVELS,
  type CoverageLevel,
  type CoveredPolicy,
  type CoveredStatement,
  type Share,
  type StatementCoverage,
  statementCoverage,
} from './coverage.ts';
export type { ConditionOutcome, CoveredCondition, CoveredValue } from './coverage-parts.ts';
export type { ScenarioPorts } from './environment-at.ts';
export { expandScenarios } from './expand-scenarios.ts';
export type { Claim, ClaimKind, Invariant, InvariantFile } from './invariants/invariant.ts';
export { type ReadInvariantFile, readInvariantFile } from './invariants/read-invariant-file.ts';
export { type AppendedText, appendScenarios } from './mutation/append-scenarios.ts';
export { type Mutant, type MutatedPolicy, mutantsOf } from './mutation/mutants-of.ts';
export {
  type MissingScenario,
  type MutationReport,
  type MutationTotals,
  mutantName,
  mutationReport,
} from './mutation/mutation-report.ts';
export type { Mutator } from './mutation/mutator.ts';
export { MUTATORS } from './mutation/mutators/index.ts';
export { printCase } from './mutation/print-case.ts';
export { proveDifference } from './mutation/prove-difference.ts';
export {
  type MutantResult,
  type MutantStatus,
  type MutationOptions,
  mutantsOfRun,
  runMutants,
} from './mutation/run-mutants.ts';
export { verified } from './mutation/search-difference.ts';
export {
  caseOfRequest,
  type Difference,
  type FindDifference,
  type Situation,
  type Survivor,
} from './mutation/survivor.ts';
export { type ReadScenarioFile, readScenarioFile } from './read-scenario-file.ts';
export { runCase } from './run-case.ts';
export { matchesFilter, type RunOptions, runScenarios, type ScenarioFilter, scenarioSteps } from './run-scenarios.ts';
export type {
  Check,
  Expected,
  ExpectedDecision,
  Question,
  Scenario,
  ScenarioCase,
  ScenarioFile,
  ScenarioForm,
  ScenarioPrincipal,
} from './scenario.ts';
export { scenarioPrincipal } from './scenario-principal.ts';
export type { FileResult, ScenarioReport, Totals } from './scenario-report.ts';
export { namesStatement, referencesOf } from './statement-reference.ts';
export type { ResourceForm } from './tighten/needed.ts';
export {
  type NotTightened,
  type TightenedPolicy,
  type TightenOptions,
  tightenPolicy,
} from './tighten/tighten-policy.ts';
