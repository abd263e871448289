/** What the Quiz screen remembers. */
import type { ExamSession, Review, Topic } from '../../../exam/index.ts';

export interface QuizState {
  /** Entry of the menu under the cursor. */
  readonly menu: number;
  /** Name of the exam; all topics without. */
  readonly track?: string;
  readonly topic?: Topic;
  /** While questions are made. */
  readonly making?: { readonly made: number; readonly wanted: number };
  readonly sitting?: Sitting;
  /** What was answered before, in every sitting; missing until it is read. */
  readonly reviews?: readonly Review[];
  /** When that was read: what is due is due by then. */
  readonly now?: string;
}

export interface Sitting {
  readonly session: ExamSession;
  /** What is drilled, or how it is called in the title. */
  readonly title: string;
  /** Option under the cursor. */
  readonly option: number;
  /** Letters that are chosen and not yet answered with. */
  readonly chosen: string;
  /** `exam`: when it ends, in milliseconds of `Ports.now`. */
  readonly ends?: number;
  /** Minutes that are left of it, as last told. */
  readonly minutesLeft?: number;
}

export const quizState: QuizState = { menu: 0 };
