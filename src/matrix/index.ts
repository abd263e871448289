/** One action, many callers, many resources: all decisions at once, by the matchers and the flow of `evaluate`. */
export type { MatrixCaller, MatrixQuestion, MatrixResource } from './matrix-question.ts';
export { type Matrix, openMatrix } from './open-matrix.ts';
export { pairPolicies, pairRequest } from './pair.ts';
export { type ReadAlike, readAlike } from './read-alike.ts';
export { keysOfCondition, keysOfTemplate, keysReadFor } from './reads.ts';
