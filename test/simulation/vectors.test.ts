/** The decisions that must hold: test/cases/vectors.json, each naming the rules it exercises. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerOf } from '../helpers/simulate.ts';

interface Vector {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly string[];
  readonly expected: { readonly decision: string; readonly decidedBy: string; readonly failedCheck?: number };
}

const file = JSON.parse(readFileSync(new URL('../cases/vectors.json', import.meta.url), 'utf8')) as unknown;
const vectors = (Array.isArray(file) ? file : (file as { vectors: unknown }).vectors) as readonly Vector[];

describe('vectors', () => {
  it('there are nearly three hundred', () => {
    expect(vectors.length).toBeGreaterThan(290);
  });

  it.each(vectors)('$id $title', (vector) => {
    expect(answerOf(vector)).toMatchObject(vector.expected);
  });
});
