/** The meaning of IAM: policies and a request in, decision and trace out. */
export { decide } from './decide.ts';
export { evaluate } from './evaluate.ts';
export type { Outcome } from './outcome.ts';
export { decideWithReasons, type Reason, type Reasoned } from './reasons.ts';
