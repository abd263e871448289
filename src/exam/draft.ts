/** A question before its options are put in order. */
import type { Misconception } from './misconception.ts';
import type { Test } from './question.ts';
import type { Scene } from './scene.ts';

export interface OptionDraft {
  readonly text: string;
  /** Missing for what is right. */
  readonly misconception?: Misconception;
  /** Beyond the misconception's own words. */
  readonly why?: string;
}

export interface QuestionDraft {
  readonly scene: Scene;
  /** What is asked, at the end of the stem. */
  readonly ask: string;
  readonly options: readonly OptionDraft[];
  readonly explanation: readonly string[];
  readonly tests?: readonly Test[];
  /** A Condition to be written, as JSON. */
  readonly written?: {
    readonly answer: string;
    readonly sid: string;
    readonly traps: readonly (OptionDraft & { misconception: Misconception })[];
  };
}
