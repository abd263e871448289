/** A sitting: what is told when, what is kept, what counts. */
import { describe, expect, it } from 'vitest';
import {
  type ExamSession,
  generateQuestion,
  reduceSession,
  type SessionEvent,
  startSession,
} from '../../src/exam/index.ts';

const AT = '2026-11-24T08:00:00.000Z';
const questions = Array.from({ length: 60 }, (_, turn) => generateQuestion(3, turn))
  .filter(({ kind }) => kind === 'verdict')
  .slice(0, 3);
const rightOf = (at: number) => questions[at]?.answer.join('') ?? '';
const wrongOf = (at: number) => questions[at]?.options.find(({ right }) => !right)?.letter ?? '';

function after(session: ExamSession, ...events: readonly SessionEvent[]): ExamSession {
  return events.reduce(reduceSession, session);
}

describe('practice', () => {
  const start = startSession('practice', questions);

  it('asks for confidence before it tells, and keeps a review then', () => {
    const answered = after(start, { kind: 'answer', text: wrongOf(0) });
    expect(answered.phase).toBe('confidence');
    expect(answered.reviews).toEqual([]);
    const told = after(answered, { kind: 'confidence', confidence: 4, at: AT });
    expect(told.phase).toBe('told');
    expect(told.reviews).toMatchObject([{ at: AT, right: false, confidence: 4, question: questions[0]?.id }]);
    expect(told.reviews[0]?.skill.split('/')[1]).toBe(told.reviews[0]?.misconceptions[0]);
  });

  it('goes on to the end, one review for each answer', () => {
    const events = questions.flatMap((_, at): SessionEvent[] => [
      { kind: 'answer', text: rightOf(at).toLowerCase() },
      { kind: 'confidence', confidence: 3, at: AT },
      { kind: 'next' },
    ]);
    const over = after(start, ...events);
    expect(over.phase).toBe('over');
    expect(over.reviews.map(({ right }) => right)).toEqual([true, true, true]);
  });

  it('says what is wrong with what is no answer, and stays', () => {
    const strange = after(start, { kind: 'answer', text: 'Z' });
    expect(strange).toMatchObject({ phase: 'question', at: 0, problem: expect.stringContaining('letter') });
    expect(after(strange, { kind: 'answer', text: 'A' }).problem).toBeUndefined();
  });
});

describe('an exam', () => {
  const start = startSession('exam', questions);

  it('tells nothing before its end; answers can be changed, questions flagged', () => {
    const going = after(
      start,
      { kind: 'flag' },
      { kind: 'answer', text: wrongOf(0) },
      { kind: 'answer', text: rightOf(1) },
      { kind: 'back' },
      { kind: 'back' },
      { kind: 'answer', text: rightOf(0) },
    );
    expect(going).toMatchObject({ phase: 'question', at: 1, reviews: [] });
    expect(going.grades.size).toBe(0);
    expect([...going.flagged]).toEqual([0]);
    const over = after(going, { kind: 'finish', at: AT });
    expect(over.phase).toBe('over');
    expect([...over.grades.values()].map(({ right }) => right)).toEqual([true, true]);
    expect(over.reviews).toHaveLength(2);
    expect(after(over, { kind: 'finish', at: AT })).toEqual(over);
  });
});
