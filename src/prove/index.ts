/** Questions about all requests: proved, or answered by a request that the evaluator decided, or not found out. */
export type { ActionGroup } from './action-groups.ts';
export {
  type Comparison,
  compareStacks,
  findRequest,
  findRequests,
  type GroupResult,
  type ProofResult,
  someAllows,
} from './find-request.ts';
export {
  type ComparisonInput,
  callerWords,
  comparePolicies,
  type Difference,
  joinDirections,
  type OneWay,
  type PolicyComparison,
} from './queries/compare.ts';
export { elsewhere, everything, permitting } from './queries/lone-policy.ts';
export { mergeRows, type Row } from './queries/merge-rows.ts';
export { type Region, regionOf, statementsOwed } from './queries/region.ts';
export { allowsTheSame } from './queries/same.ts';
export { isApart, isWithin, neverHold, type StatementSet } from './queries/statement-reach.ts';
export { type AllowedCase, type Demand, type WhenAllowed, whenAllowed } from './queries/when-allowed.ts';
export { ANY_USER, type Asked, type ProofQuestion, type ResourceSet, type StatementPlace } from './question.ts';
