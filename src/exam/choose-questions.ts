/** The questions of a seed that meet a filter, one after the other, as many as are wanted. */
import { generateQuestion } from './generate-question.ts';
import type { Question } from './question.ts';
import type { Topic, Track } from './topics.ts';

export interface QuestionFilter {
  readonly track?: Track;
  readonly topic?: Topic;
  /** `M03`: some option is what a believer chooses. */
  readonly misconception?: string;
  /** Nothing has to be written. */
  readonly withOptions?: boolean;
}

/** So many turns in a row without a fitting question: there is none. */
const MOST_MISSES = 1500;

/** In the order of their turns; ends where nothing fits. */
export function* chooseQuestions(seed: number, filter: QuestionFilter = {}): Generator<Question> {
  for (let turn = 0, misses = 0; misses < MOST_MISSES; turn++) {
    const question = generateQuestion(seed, turn);
    misses += 1;
    if (!meets(question, filter)) continue;
    misses = 0;
    yield question;
  }
}

function meets(question: Question, { track, topic, misconception, withOptions }: QuestionFilter): boolean {
  if (track && !(question.topic in track.tasks)) return false;
  if (topic !== undefined && question.topic !== topic) return false;
  if (withOptions && question.options.length === 0) return false;
  if (misconception === undefined) return true;
  return [...question.options, ...(question.traps ?? [])].some((one) => one.misconception === misconception);
}
