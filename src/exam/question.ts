/** A question as data: what is asked about which world, the options, which of them are right and why. */
import type { Topic } from './topics.ts';
import type { WorldDocument } from './world.ts';

export type QuestionKind = 'verdict' | 'statement' | 'change' | 'pair' | 'order' | 'match' | 'bug' | 'condition';

export interface Option {
  /** `A` to `E`. */
  readonly letter: string;
  readonly text: string;
  readonly right: boolean;
  /** Whoever chooses it believes this; every wrong option has one. */
  readonly misconception?: string;
  /** Why it is right or wrong. */
  readonly why: string;
}

/** A request that the document must decide so. */
export interface Test {
  readonly request: WorldDocument['request'];
  readonly expect: 'allowed' | 'denied';
}

export interface Question {
  /** `42.7`: the seed and the turn, from which the same question can be made again. */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly topic: Topic;
  /** The tasks of the exam guides that ask for it, by track. */
  readonly tasks: Readonly<Record<string, string>>;
  /** What is to be believed otherwise: topic and misconception; what the schedule brings back. */
  readonly skill: string;
  readonly stem: string;
  /** The world, for `iamproof simulate --input`. */
  readonly world: WorldDocument;
  /** `bug` and `condition`: what the document is meant to do. */
  readonly tests?: readonly Test[];
  /** `condition`: the Sid of the statement whose Condition is to be written. */
  readonly missing?: string;
  /** Empty where the answer is written. */
  readonly options: readonly Option[];
  /** The letters of the right options, or a Condition as JSON that does what is asked. */
  readonly answer: readonly string[];
  /** Written answers that look right, with what one believes who writes them. */
  readonly traps?: readonly { readonly answer: string; readonly misconception: string; readonly why: string }[];
  readonly explanation: readonly string[];
  /** The rule of docs/semantics.md behind the misconception that the question aims at, and AWS's page on it. */
  readonly rule: string;
  readonly page: string;
}
