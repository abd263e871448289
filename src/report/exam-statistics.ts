/** What was practised, and what is due, in plain text. */
import { type ExamStatistics, MISCONCEPTIONS, type ScheduledSkill } from '../exam/index.ts';

const MOST_SHOWN = 5;

export function examStatistics(statistics: ExamStatistics, schedule: readonly ScheduledSkill[], now: string): string {
  const { right, total, topics, misconceptions, sureAndWrong } = statistics;
  if (total === 0) return 'Nothing was practised yet: iamproof exam\n';
  const due = schedule.filter((one) => one.due <= now);
  const lines = [
    `${right} of ${total} right (${percent(right, total)}); ${sureAndWrong} wrong although sure`,
    '',
    'Topics, the weakest first:',
    ...topics.map((one) => `  ${one.name.padEnd(14)} ${one.right} of ${one.total} (${percent(one.right, one.total)})`),
    '',
    ...(misconceptions.length > 0 ? ['Misconceptions, the most frequent first:'] : []),
    ...misconceptions.slice(0, MOST_SHOWN).map(({ code, count }) => `  ${code} ${count}x  ${beliefOf(code)}`),
    ...(misconceptions.length > 0 ? [''] : []),
    `${due.length} of ${schedule.length} skills are due: iamproof exam --daily`,
  ];
  return `${lines.join('\n')}\n`;
}

function percent(right: number, total: number): string {
  return `${Math.round((100 * right) / total)} %`;
}

function beliefOf(code: string): string {
  return MISCONCEPTIONS.find((one) => one.code === code)?.belief ?? '';
}
