/** The questions of a seed that meet a filter, one after the other, without end. */
import { generateQuestion } from './generate-question.ts';
import type { Question } from './question.ts';
import type { Topic, Track } from './topics.ts';

export interface QuestionFilter {
  readonly track?: Track;
  readonly topic?: Topic;
  /** `M03`: some option is what a believer chooses. */
  readonly misconception?: string;
  /** Ordering, matching and choosing only: nothing has to be written. */
  readonly withOptions?: boolean;
}

/** @param from the first turn to look at */
export function* chooseQuestions(seed: number, filter: QuestionFilter = {}, from = 0): Generator<Question, never> {
  for (let turn = from; ; turn++) {
    const question = generateQuestion(seed, turn);
    if (meets(question, filter)) yield question;
  }
}

function meets(question: Question, { track, topic, misconception, withOptions }: QuestionFilter): boolean {
  if (track && !(question.topic in track.tasks)) return false;
  if (topic !== undefined && question.topic !== topic) return false;
  if (withOptions && question.options.length === 0) return false;
  if (misconception === undefined) return true;
  return [...question.options, ...(question.traps ?? [])].some((one) => one.misconception === misconception);
}
