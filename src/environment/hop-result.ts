/** What became of a step of a chain. */
import type { EvaluationResult } from '../language/index.ts';
import type { Caller } from './caller.ts';
import type { DerivedRequest } from './derive-request.ts';
import type { Hop, HopCall } from './hop.ts';

/** One permission that an STS call needs, and the answer of the evaluator. */
export interface HopCheck extends DerivedRequest {
  readonly result: EvaluationResult;
}

/** A call that fails whatever policies say. */
export interface Refusal {
  /** Rule of docs/semantics.md. */
  readonly rule: string;
  readonly message: string;
}

export interface HopResult {
  /** Position in the chain, from 0. */
  readonly index: number;
  readonly hop: Hop;
  readonly via: HopCall;
  /** The permissions of the call; all must be allowed (F10, F12). Empty where the hop cannot be asked as written. */
  readonly checks: readonly HopCheck[];
  readonly refusals: readonly Refusal[];
  /** Why the hop cannot be asked as written, such as a role that does not exist. */
  readonly problems: readonly string[];
  /** What came of it; missing when it failed. */
  readonly session?: Session;
}

export interface Session {
  readonly caller: Caller;
  /** ARN of the new principal. */
  readonly arn: string;
  /** Seconds. */
  readonly duration: number;
  /** ISO 8601; missing where no time was given. */
  readonly expiresAt?: string;
}
