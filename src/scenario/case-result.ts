/** What became of a case: the answer it received, the trace behind it and how it differs from what was expected. */
import type { DerivedRequest, HopResult } from '../environment/index.ts';
import type { DecidedBy, DecidingStatement, EvaluationResult, Layer, Verdict } from '../language/index.ts';
import type { ScenarioCase } from './scenario.ts';

/** `error`: the question could not be asked as written. */
export type CaseStatus = 'passed' | 'failed' | 'skipped' | 'error';

/** One evaluation on the way to the answer: a call of the chain or a check of the question, with the origin of its context. */
export interface Step extends DerivedRequest {
  readonly of: 'hop' | 'check';
  /** Position of the hop or check, from 0. */
  readonly index: number;
  readonly result: EvaluationResult;
}

/** The answer: that of the first step that is not allowed, or of the first check where all are. */
export interface Received {
  readonly decision: Verdict;
  readonly decidedBy?: DecidedBy;
  /** The rule of docs/semantics.md, where no policy decided. */
  readonly rule?: string;
  readonly missing: readonly Layer[];
  readonly statements: readonly DecidingStatement[];
  readonly failedCheck?: number;
  readonly failedHop?: number;
  /** Why a hop was refused, where no evaluation says it. */
  readonly refusal?: string;
}

export interface CaseResult {
  readonly case: ScenarioCase;
  readonly status: CaseStatus;
  /** Missing where nothing was evaluated. */
  readonly received?: Received;
  /** Failed: one phrase for each expectation that does not hold. Error: what kept the question from being asked. */
  readonly differences: readonly string[];
  readonly steps: readonly Step[];
  /** Up to and including the first that failed. */
  readonly hops: readonly HopResult[];
  /** The step whose result was received. */
  readonly decisive?: Step;
  /** How the context came about, in words. */
  readonly notes: readonly string[];
}
