/** Today's questions: one for each skill that is due, the most urgent first, then new ones. */
import { isTopic, type Question, readProgress, scheduleOf } from '../exam/index.ts';
import type { Context } from './context.ts';
import { type ExamChoice, takeQuestions } from './exam-options.ts';
import { PROGRESS } from './sit-exam.ts';

export function dailyQuestions({ host }: Context, { seed, count, filter }: ExamChoice): readonly Question[] {
  const now = host.clock();
  const { reviews } = readProgress(host.openState().read(PROGRESS));
  const due = scheduleOf(reviews).filter((one) => one.due <= now || one.sureAndWrong);
  const again = due.slice(0, count).flatMap(({ skill }, at) => {
    const [topic = '', code = ''] = skill.split('/');
    if (!isTopic(topic) || (filter.topic !== undefined && filter.topic !== topic)) return [];
    const own = { ...filter, topic, ...(/^M\d+$/.test(code) ? { misconception: code } : {}) };
    // Another seed each time: what comes back is the skill, not the text.
    return takeQuestions({ seed: seed + at + 1, count: 1, filter: own });
  });
  const left = count - again.length;
  return left > 0 ? [...again, ...takeQuestions({ seed, count: left, filter })] : again;
}
