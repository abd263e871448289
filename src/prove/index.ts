/** Questions about all requests: proved, or answered by a request that the evaluator decided, or not found out. */
export type { ActionGroup } from './action-groups.ts';
export { type Comparison, compareStacks, findRequest, findRequests, type ProofResult } from './find-request.ts';
export {
  type ComparisonInput,
  callerWords,
  comparePolicies,
  type Difference,
  type PolicyComparison,
} from './queries/compare.ts';
export { everything } from './queries/lone-policy.ts';
export { allowsTheSame } from './queries/same.ts';
export { isApart, isWithin, neverHold, type StatementSet } from './queries/statement-reach.ts';
export { ANY_USER, type Asked, type ProofQuestion, type ResourceSet } from './question.ts';
