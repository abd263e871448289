/** Tests that users write against their policies: read, run, covered. */
export type { CaseResult, CaseStatus, Received, Step } from './case-result.ts';
export {
  COVERAGE_LEVELS,
  type CoverageLevel,
  type CoveredPolicy,
  type CoveredStatement,
  type StatementCoverage,
  statementCoverage,
} from './coverage.ts';
export { expandScenarios } from './expand-scenarios.ts';
export { type ReadScenarioFile, readScenarioFile, type ScenarioPorts } from './read-scenario-file.ts';
export { runCase } from './run-case.ts';
export { matchesFilter, type RunOptions, runScenarios, type ScenarioFilter } from './run-scenarios.ts';
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
export type { FileResult, ScenarioReport, Totals } from './scenario-report.ts';
export { namesStatement, referencesOf } from './statement-reference.ts';
