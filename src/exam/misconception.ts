/** A misconception: one change to the engine's rules, so that its verdict is what a learner who holds it would answer. */
import type { DecidedBy, Decision, EvaluationResult, Layer } from '../language/index.ts';
import type { World } from './world.ts';

export interface Misconception {
  /** `M03`: stable, for progress and for `drill`. */
  readonly code: string;
  /** What is believed, as a sentence without a full stop. */
  readonly belief: string;
  /** What holds instead, as sentences. */
  readonly correction: string;
  /** The rule of docs/semantics.md that it contradicts. */
  readonly rule: string;
  /** The title of the page of AWS's documentation that tells the rule. */
  readonly page: string;
  /** The world in which the belief holds; the same object where it makes no difference. */
  readonly sees?: (world: World) => World;
  /** What the believer concludes from the trace; undefined where the belief makes no difference. */
  readonly concludes?: (result: EvaluationResult, world: World) => Conclusion | undefined;
}

export interface Conclusion {
  readonly decision: Decision;
  readonly decidedBy: DecidedBy;
  readonly missing: readonly Layer[];
}

export function defineMisconception(misconception: Misconception): Misconception {
  return misconception;
}
