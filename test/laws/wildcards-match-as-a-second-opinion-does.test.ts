/** Law: our wildcard matcher and minimatch, told to treat all but `*` and `?` as text, agree. */
import fc from 'fast-check';
import { minimatch } from 'minimatch';
import { expect, it } from 'vitest';
import { matchesPattern, patternOf } from '../../src/language/index.ts';

const SLASH = '\uE000';
const OPTIONS = { dot: true, nonegate: true, nocomment: true, nobrace: true, noext: true, noglobstar: true };

/** minimatch stops at slashes and knows more magic than IAM; `?` and `*` are put back after escaping. */
function secondOpinion(pattern: string, text: string): boolean {
  const squeezed = pattern.replace(/\*+/g, '*').replaceAll('/', SLASH);
  const glob = squeezed
    .split(/([*?])/)
    .map((piece) => (piece === '*' || piece === '?' ? piece : minimatch.escape(piece)))
    .join('');
  return minimatch(text.replaceAll('/', SLASH), glob, OPTIONS);
}

const alphabet = fc.constantFrom(...'ab/:.-[]{}!()+@\\');

it('the two agree on texts that minimatch can match', () => {
  const text = fc.string({ unit: alphabet, maxLength: 8 });
  const pattern = fc.string({ unit: fc.oneof(alphabet, fc.constantFrom('*', '?')), maxLength: 8 });
  fc.assert(
    fc.property(pattern, text, (one, other) => {
      // minimatch never lets a wildcard match these three.
      if (other === '' || other === '.' || other === '..') return;
      expect({ one, other, matches: matchesPattern(patternOf(one), other) }).toEqual({
        one,
        other,
        matches: secondOpinion(one, other),
      });
    }),
    { numRuns: 20_000 },
  );
});

it('a pattern of many stars costs no more than pattern times text', () => {
  const pattern = patternOf(`${'*a'.repeat(200)}b`);
  expect(matchesPattern(pattern, 'a'.repeat(20_000))).toBe(false);
});
