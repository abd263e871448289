/** Progress is only added to, and no review is lost from the schedule: not by a crash, not by their order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printReview, type Review, readProgress, scheduleOf, statisticsOf } from '../../src/exam/index.ts';

const START = Date.parse('2026-11-01T08:00:00.000Z');

const review = fc
  .record({
    minutes: fc.integer({ min: 0, max: 60 * 24 * 90 }),
    skill: fc.constantFrom('boundaries/M03', 'keys/M17', 'logic/M30'),
    right: fc.boolean(),
    confidence: fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 3, 4),
  })
  .map(({ minutes, skill, right, confidence }): Review => {
    const [topic = '', code = ''] = skill.split('/');
    const at = new Date(START + minutes * 60_000).toISOString();
    const misconceptions = right ? [] : [code];
    return { at, question: '1.1', kind: 'verdict', topic, skill, right, misconceptions, confidence };
  });

describe('progress', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(review), (reviews) => {
        expect(readProgress(reviews.map(printReview).join(''))).toEqual({ reviews, torn: 0 });
      }),
    );
  });

  it('loses nothing but the line that a crash tore, wherever it tore it', () => {
    fc.assert(
      fc.property(fc.array(review), review, fc.array(review), fc.nat(), (before, torn, after, cut) => {
        const line = printReview(torn);
        const half = line.slice(0, cut % (line.length - 1));
        const text = [...before.map(printReview), half === '' ? '' : `${half}\n`, ...after.map(printReview)].join('');
        const read = readProgress(text);
        expect(read.reviews).toEqual([...before, ...after]);
        expect(read.torn).toBe(half === '' ? 0 : 1);
      }),
    );
  });
});

describe('the schedule', () => {
  it('counts every review, in whatever order they are read', () => {
    fc.assert(
      fc.property(fc.uniqueArray(review, { selector: ({ at }) => at }), (reviews) => {
        const schedule = scheduleOf(reviews);
        expect(schedule.reduce((sum, one) => sum + one.reviews, 0)).toBe(reviews.length);
        expect(new Set(schedule.map(({ skill }) => skill))).toEqual(new Set(reviews.map(({ skill }) => skill)));
        expect(scheduleOf([...reviews].reverse())).toEqual(schedule);
      }),
    );
  });

  it('brings back soon what was wrong, and later what was known', () => {
    const one = (at: string, right: boolean, confidence: Review['confidence']): Review => ({
      at,
      question: '1.1',
      kind: 'verdict',
      topic: 'keys',
      skill: `keys/${right ? 'M17' : 'M02'}`,
      right,
      misconceptions: right ? [] : ['M02'],
      confidence,
    });
    const days = ['2026-11-01T08:00:00.000Z', '2026-11-03T08:00:00.000Z', '2026-11-14T08:00:00.000Z'];
    const schedule = scheduleOf(days.flatMap((at) => [one(at, true, 3), one(at, false, 4)]));
    expect(schedule.map(({ skill, sureAndWrong }) => `${skill} ${sureAndWrong}`)).toEqual([
      'keys/M02 true',
      'keys/M17 false',
    ]);
    const [wrong, known] = schedule.map(({ due }) => Date.parse(due) - Date.parse('2026-11-14T08:00:00.000Z'));
    expect(wrong).toBeLessThanOrEqual(24 * 3_600_000);
    expect(known).toBeGreaterThan(7 * 24 * 3_600_000);
  });

  it('and the statistics agree on how much there was', () => {
    fc.assert(
      fc.property(fc.array(review), (reviews) => {
        const { total, right, topics } = statisticsOf(reviews);
        expect([total, right]).toEqual([reviews.length, reviews.filter((one) => one.right).length]);
        expect(topics.reduce((sum, one) => sum + one.total, 0)).toBe(reviews.length);
      }),
    );
  });
});
