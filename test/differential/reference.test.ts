/** The reference evaluator holds all documented decision vectors. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SimulationDocument } from './documents.ts';
import { referenceAnswer } from './reference-evaluator.ts';

const vectors: SimulationDocument[] = JSON.parse(
  readFileSync(new URL('../cases/vectors.json', import.meta.url), 'utf8'),
);

describe('the reference evaluator agrees with the decision vectors', () => {
  it('has all of them', () => {
    expect(vectors).toHaveLength(294);
    expect(new Set(vectors.map((vector) => vector.id)).size).toBe(294);
  });

  it.each(vectors.map((vector) => [`${vector.id} ${vector.title}`, vector] as const))('%s', (_, vector) => {
    const { decision, decidedBy, failedCheck } = referenceAnswer(vector);
    expect({ decision, decidedBy, failedCheck }).toEqual({ failedCheck: undefined, ...vector.expected });
  });
});
