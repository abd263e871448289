/** The library's public door. */
export {
  type AccountPort,
  type AccountReader,
  type ApplyResult,
  apply,
  type JournalEntry,
  journalLine,
  type Manifest,
  makePlan,
  type Plan,
  permissionDifference,
  printPlan,
  type RunPorts,
  readJournal,
  readManifest,
  readPlan,
  resume,
} from './account/index.ts';
export { type Catalog, type CatalogFiles, openCatalog } from './catalog/index.ts';
export {
  assume,
  type Caller,
  callersOf,
  deriveRequest,
  type Environment,
  type PolicyLoader,
  readEnvironment,
  resolvePrincipal,
} from './environment/index.ts';
export { decide, evaluate } from './evaluate/index.ts';
export {
  chooseQuestions,
  type ExamSession,
  generateQuestion,
  gradeAnswer,
  MISCONCEPTIONS,
  type Question as ExamQuestion,
  reduceSession,
  startSession,
} from './exam/index.ts';
export { describe, type Explanation, explain } from './explain/index.ts';
export { catalogFiles } from './host/catalog-files.ts';
export * from './language/index.ts';
export { type LintConfig, type LintOptions, type LintResult, lint } from './lint/index.ts';
export {
  nodeOfValue,
  parsePolicy,
  parsePolicyDocument,
  policyValue,
  printPolicyDocument,
  readJson,
  type SourceNode,
} from './parse/index.ts';
export { readYaml } from './parse/yaml.ts';
export {
  ANY_USER,
  comparePolicies,
  compareStacks,
  findRequest,
  type PolicyComparison,
  type ProofQuestion,
  type ProofResult,
  type WhenAllowed,
  whenAllowed,
} from './prove/index.ts';
export {
  type Access,
  type AccessQuestion,
  type AccessRow,
  type AccessVerdict,
  type Asker,
  accessRows,
  checkInvariants,
  compareEnvironments,
  type EffectivePolicy,
  type EnvironmentComparison,
  effectivePolicy,
  type InvariantResult,
  openAccess,
  resourcesNamed,
  whatCan,
} from './query/index.ts';
export { expandPolicy, minimizePolicy } from './rewrite/index.ts';
export {
  type InvariantFile,
  readInvariantFile,
  readScenarioFile,
  runScenarios,
  type ScenarioReport,
  type TightenedPolicy,
  tightenPolicy,
} from './scenario/index.ts';
export {
  type Answer,
  type LineOptions,
  readSimulation,
  type Simulation,
  simulate,
  simulateLines,
} from './simulation/index.ts';
