/** Questions to a whole environment: who can do something, and what somebody can do. */
export { type AccessCondition, accessConditions } from './access-conditions.ts';
export type { AccessQuestion } from './access-question.ts';
export { type AccessRow, accessRow, accessRows } from './access-row.ts';
export { type Asker, type AskerKind, askerOfCaller } from './asker.ts';
export { callersByArn } from './callers-by-arn.ts';
export { type ActionAccess, whatCan } from './can.ts';
export {
  type AccessDifference,
  compareEnvironments,
  type EnvironmentComparison,
  type EnvironmentsInput,
} from './differences/compare-environments.ts';
export { coveringCases } from './differences/covering-cases.ts';
export { survivorInEnvironments } from './differences/survivor-in-environments.ts';
export { type EffectivePolicy, effectivePolicy } from './effective-policy.ts';
export { checkInvariants, type InvariantResult } from './invariants/check-invariant.ts';
export { type Access, type AccessDetail, type AccessVerdict, openAccess } from './open-access.ts';
export { type Reached, type ReachHop, type ReachStep, reachFrom } from './reach.ts';
export type { Witness } from './requests/questions.ts';
export { EXAMPLE } from './resources-for.ts';
export { describedResources, resourcesNamed } from './resources-named.ts';
export { type VoidStatement, voidStatements } from './void-statements.ts';
