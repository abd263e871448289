/** Today's questions: one for each skill that is due, the most urgent first, then new ones. */
import { chooseQuestions, type QuestionFilter } from './choose-questions.ts';
import type { Review } from './progress.ts';
import type { Question } from './question.ts';
import { scheduleOf } from './schedule.ts';
import { isTopic } from './topics.ts';

export interface Daily {
  readonly reviews: readonly Review[];
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly seed: number;
  readonly count: number;
  readonly filter: QuestionFilter;
}

export function* dailyQuestions({ reviews, now, seed, count, filter }: Daily): Generator<Question> {
  const due = scheduleOf(reviews).filter((one) => one.due <= now || one.sureAndWrong);
  let left = count;
  for (const [at, { skill }] of due.slice(0, count).entries()) {
    const [topic = '', code = ''] = skill.split('/');
    if (!isTopic(topic) || (filter.topic !== undefined && filter.topic !== topic)) continue;
    const own = { ...filter, topic, ...(/^M\d+$/.test(code) ? { misconception: code } : {}) };
    // Another seed each time: what comes back is the skill, not the text.
    const { value } = chooseQuestions(seed + at + 1, own).next();
    if (!value) continue;
    left -= 1;
    yield value;
  }
  if (left === 0) return;
  for (const question of chooseQuestions(seed, filter)) {
    yield question;
    left -= 1;
    if (left === 0) return;
  }
}
