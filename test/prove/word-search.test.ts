/** The search for words against every word of a small alphabet, and at its edges. */
import { describe, expect, it } from 'vitest';
import { ANY_ONE, ANY_RUN, patternOf } from '../../src/language/index.ts';
import {
  findWord,
  ONE_IN_PART,
  RUN_IN_PART,
  type WordPattern,
  type WordSet,
  wordPattern,
} from '../../src/prove/word-search.ts';
import { chance, pick, type Random, seededRandom, several, weighted } from '../arbitraries/random.ts';

const WORDS = wordsUpTo(5, ['a', 'b', ':', 'x', 'A']);

/** Shortest first. */
function wordsUpTo(length: number, letters: readonly string[]): readonly string[] {
  const words = [''];
  for (let from = 0, size = 1; size <= length; size++) {
    const to = words.length;
    for (; from < to; from++) for (const letter of letters) words.push(`${words[from]}${letter}`);
  }
  return words;
}

const WILDCARDS: ReadonlyMap<number, string> = new Map([
  [ANY_RUN, '.*'],
  [ANY_ONE, '.'],
  [RUN_IN_PART, '[^:]*'],
  [ONE_IN_PART, '[^:]'],
]);

function randomPattern(random: Random): WordPattern {
  const codes = several(random, [0, 5], () =>
    weighted(random, [
      [5, pick(random, ['a', 'b', ':', 'A']).charCodeAt(0)],
      [2, ANY_RUN],
      [2, ANY_ONE],
      [1, RUN_IN_PART],
      [1, ONE_IN_PART],
    ]),
  );
  const ignoreCase = chance(random, 20);
  const source = codes.map((code) => WILDCARDS.get(code) ?? String.fromCharCode(code)).join('');
  const regex = new RegExp(`^(?:${source})$`, ignoreCase ? 'is' : 's');
  return { codes, ignoreCase, matches: (word) => regex.test(word) };
}

function randomSets(random: Random): readonly WordSet[] {
  return several(random, [1, 4], (index) => ({
    patterns: several(random, [0, 3], () => randomPattern(random)),
    wanted: index === 0 ? chance(random, 80) : chance(random, 40),
  }));
}

function isIn(word: string, sets: readonly WordSet[]): boolean {
  return sets.every(({ patterns, wanted }) => patterns.some(({ matches }) => matches(word)) === wanted);
}

describe('a search for words', () => {
  it('finds a shortest word where there is one, and none where there is none', () => {
    const counts = { found: 0, none: 0 };
    for (let seed = 1; seed <= 4000; seed++) {
      const sets = randomSets(seededRandom(seed));
      const shown = `seed ${seed}: ${JSON.stringify(sets)}`;
      const shortest = WORDS.find((word) => isIn(word, sets));
      const result = findWord(sets);
      expect(result, shown).not.toBe('unknown');
      counts[result === 'none' ? 'none' : 'found'] += 1;
      if (typeof result === 'string') {
        expect(shortest, shown).toBe(undefined);
        continue;
      }
      expect(isIn(result.word, sets), `${shown}: ${result.word}`).toBe(true);
      // It may have characters beyond the alphabet.
      expect(result.word.length, shown).toBeLessThanOrEqual(shortest?.length ?? Number.POSITIVE_INFINITY);
    }
    expect(Math.min(counts.found, counts.none)).toBeGreaterThan(400);
  });

  it('takes a hint that fits, and passes over one that does not', () => {
    const sets: readonly WordSet[] = [{ patterns: [wordPattern(patternOf('a*'))], wanted: true }];
    expect(findWord(sets, ['example', 'apple'])).toEqual({ word: 'apple' });
    expect(findWord(sets, ['example'])).toEqual({ word: 'a' });
  });

  it('finds a character that no pattern names, however many they name', () => {
    const letters = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter(
      (one) => one !== '*' && one !== '?',
    );
    for (const named of [letters, letters.filter((one) => one === one.toLowerCase())]) {
      const sets: readonly WordSet[] = [
        { patterns: [wordPattern(patternOf('?*'))], wanted: true },
        { patterns: named.map((letter) => wordPattern(patternOf(`${letter}*`))), wanted: false },
      ];
      const result = findWord(sets);
      expect(typeof result === 'object' && isIn(result.word, sets), JSON.stringify(result)).toBe(true);
    }
  });

  it('says that it does not know where characters are beyond it, or states too many', () => {
    const beyond = [{ patterns: [wordPattern(patternOf('😀'))], wanted: true }];
    expect(findWord(beyond)).toBe('unknown');
    const wide = [
      { patterns: [wordPattern(patternOf(`*a${'?'.repeat(20)}`))], wanted: true },
      {
        patterns: [`*b${'?'.repeat(20)}`, `${'?'.repeat(21)}*`].map((one) => wordPattern(patternOf(one))),
        wanted: false,
      },
    ];
    expect(findWord(wide)).toBe('unknown');
  });
});
