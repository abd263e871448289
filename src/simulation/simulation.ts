/** A simulation document after reading: one call, the policies in play and what its author expects. */
import type { DecidedBy, Decision, Layer, PoliciesInPlay, Request, Verdict } from '../language/index.ts';

/** One self-contained question to the evaluator; `schemas/simulation.schema.json` is its form as JSON. */
export interface Simulation {
  readonly id?: string;
  readonly policies: PoliciesInPlay;
  /** The (action, resource) pairs of the call; all must be allowed (B20). */
  readonly requests: readonly Request[];
  /** The document lists `checks`: the answer names the one that failed. */
  readonly hasChecks: boolean;
  readonly expected?: Expectation;
}

/** `denied` stands for either deny. */
export interface Expectation {
  readonly decision: Decision | 'denied';
  readonly decidedBy?: DecidedBy;
  readonly failedCheck?: number;
}

/** A statement that made the decision. */
export interface AnswerStatement {
  readonly layer: Layer;
  readonly policy: string;
  readonly statement: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
}

/** The answer as the machine contract has it: plain JSON in this order of members. */
export type Answer =
  | {
      readonly id?: string;
      /** `unknown` where it depends on what is known only at deploy time; `unknownKeys` names it. */
      readonly decision: Verdict;
      /** Missing where the decision is unknown. */
      readonly decidedBy?: DecidedBy;
      readonly missing?: readonly Layer[];
      readonly statements: readonly AnswerStatement[];
      readonly failedCheck?: number;
      readonly unknownKeys: readonly string[];
      readonly dataVersion: string;
    }
  | { readonly id?: string; readonly error: AnswerError };

/** Why a document could not be decided. `path` is a JSON pointer into the document. */
export interface AnswerError {
  readonly code: string;
  readonly message: string;
  readonly path: string;
}
