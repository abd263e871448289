/** The laws of generated questions, for many seeds. EXAM_SEEDS asks for more of them. */
import { describe, expect, it } from 'vitest';
import { drawFrom } from '../../src/exam/draw.ts';
import { generateQuestion, gradeAnswer, MISCONCEPTIONS, type Question, TOPICS } from '../../src/exam/index.ts';
import { judge } from '../../src/exam/judge.ts';
import { readWorld } from '../../src/exam/world.ts';

const SEEDS = Number(process.env.EXAM_SEEDS ?? 800);
const questions: readonly Question[] = Array.from({ length: SEEDS }, (_, seed) => generateQuestion(seed, 0));
const CODES = new Map(MISCONCEPTIONS.map((one) => [one.code, one]));

function broken(rule: (question: Question) => boolean): string[] {
  return questions.filter((question) => !rule(question)).map(({ id, kind }) => `${id} ${kind}`);
}

describe('misconceptions', () => {
  it('have codes of their own, a belief, a correction and a rule', () => {
    expect(MISCONCEPTIONS.length).toBeGreaterThanOrEqual(30);
    expect(CODES.size).toBe(MISCONCEPTIONS.length);
    expect(MISCONCEPTIONS.filter(({ sees, concludes }) => !sees === !concludes).map(({ code }) => code)).toEqual([]);
    expect(
      MISCONCEPTIONS.filter(({ belief, correction }) => belief.endsWith('.') || !correction.endsWith('.')),
    ).toEqual([]);
  });

  it('are each behind some wrong answer', () => {
    const seen = new Set(
      questions.flatMap(({ options, traps = [] }) => [...options, ...traps].map((one) => one.misconception)),
    );
    expect(MISCONCEPTIONS.map(({ code }) => code).filter((code) => !seen.has(code)).length).toBeLessThanOrEqual(
      SEEDS < 2000 ? 6 : 2,
    );
  });
});

describe('every question', () => {
  it('has one right option, or two where two are asked for', () => {
    expect(
      broken(({ kind, options, answer }) => {
        if (kind === 'condition') return options.length === 0 && answer.length === 1;
        const right = options.filter((option) => option.right).map(({ letter }) => letter);
        return right.length === (kind === 'pair' ? 2 : 1) && right.join() === answer.join();
      }),
    ).toEqual([]);
  });

  it('has two wrong options or more, each with a misconception that there is', () => {
    expect(
      broken(({ kind, options }) => {
        const wrong = options.filter(({ right }) => !right);
        return (
          (kind === 'condition' || wrong.length >= 2) &&
          wrong.every(({ misconception = '' }) => CODES.has(misconception))
        );
      }),
    ).toEqual([]);
  });

  it('has no two options that say the same', () => {
    expect(broken(({ options }) => new Set(options.map(({ text }) => text)).size === options.length)).toEqual([]);
  });

  it('keeps its texts short', () => {
    expect(broken(({ stem }) => stem.length <= 900)).toEqual([]);
    expect(broken(({ options }) => options.every(({ text, why }) => text.length <= 300 && why.length <= 600))).toEqual(
      [],
    );
    expect(broken(({ explanation }) => explanation.length >= 1 && explanation.every((line) => line !== ''))).toEqual(
      [],
    );
  });

  it('is graded: its answer is right, every other one is wrong and says what is believed', () => {
    expect(broken((question) => gradeAnswer(question, question.answer.join(' ')).right)).toEqual([]);
    expect(
      broken((question) =>
        question.options.every(({ letter, right, misconception }) => {
          const grade = gradeAnswer(question, letter);
          return right
            ? question.kind === 'pair' || grade.right
            : !grade.right && grade.misconceptions[0] === misconception;
        }),
      ),
    ).toEqual([]);
    expect(
      broken((question) =>
        (question.traps ?? []).every(({ answer, misconception }) => {
          const grade = gradeAnswer(question, answer);
          return !grade.right && grade.misconceptions[0] === misconception;
        }),
      ),
    ).toEqual([]);
  });

  it('comes out the same again', () => {
    const again = questions.slice(0, 200).map(({ id }) => generateQuestion(Number(id.split('.')[0]), 0));
    expect(again).toEqual(questions.slice(0, 200));
  });
});

describe('the verdict of a question', () => {
  const verdicts = questions.filter(({ kind }) => kind === 'verdict');
  const WORDS = { allowed: 'Allowed', explicitDeny: 'Explicit deny', implicitDeny: 'Implicit deny' };

  it('is the engine’s, and each wrong one is that of the engine with the misconception built in', () => {
    expect(verdicts.length).toBeGreaterThan(SEEDS / 16);
    for (const { id, world, options } of verdicts) {
      const read = readWorld(world);
      for (const { text, misconception } of options) {
        const believed = misconception === undefined ? undefined : CODES.get(misconception);
        expect(`${id} ${text.split(':')[0]}`).toBe(`${id} ${WORDS[judge(read, believed).decision]}`);
      }
    }
  });
});

describe('over many questions', () => {
  const share = (names: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
  };

  it('kinds are even', () => {
    const counts = [...share(questions.map(({ kind }) => kind)).values()];
    expect(counts).toHaveLength(8);
    for (const count of counts) expect(Math.abs(count - SEEDS / 8)).toBeLessThan(5 * Math.sqrt(SEEDS / 8));
  });

  it('every topic comes up, none much more than another', () => {
    const counts = share(questions.map(({ topic }) => topic));
    expect([...counts.keys()].sort()).toEqual(Object.keys(TOPICS).sort());
    expect(Math.max(...counts.values())).toBeLessThan(5 * Math.min(...counts.values()));
  });

  it('the right option stands at each place equally often', () => {
    const four = questions.filter(({ options, answer }) => options.length === 4 && answer.length === 1);
    const counts = share(four.flatMap(({ answer }) => answer));
    expect(counts.size).toBe(4);
    for (const count of counts.values())
      expect(Math.abs(count - four.length / 4)).toBeLessThan(5 * Math.sqrt(four.length / 4));
  });
});

describe('the source of chance', () => {
  it('makes known choices on every machine', () => {
    const draw = drawFrom(42, 7);
    expect([draw.below(1000), draw.below(1000), draw.below(1000), draw.chance(50)]).toMatchInlineSnapshot(`
      [
        993,
        442,
        984,
        true,
      ]
    `);
    expect(drawFrom(42, 7).shuffle([1, 2, 3, 4, 5])).toHaveLength(5);
  });

  it('is even, and other seeds and turns make other choices', () => {
    const draw = drawFrom(1);
    const counts = Array.from({ length: 5 }, () => 0);
    for (let i = 0; i < 50_000; i++) {
      const at = draw.below(5);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
    const first = (seed: number, turn: number) => drawFrom(seed, turn).below(1_000_000_000);
    expect(new Set([first(1, 0), first(1, 1), first(2, 0), first(2, 1), first(2 ** 40 + 1, 0)]).size).toBe(5);
  });
});
