/** A source of choices that both a seeded generator and fast-check can drive; choice 0 is always the simplest. */

export interface Random {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
}

/** A small deterministic generator (mulberry32): the same seed gives the same choices everywhere. */
export function seededRandom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return {
    below(limit) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
    },
  };
}

/** Choices taken from a list; past its end every choice is 0. Shrinking the list makes the result simpler. */
export function recordedRandom(choices: readonly number[]): Random {
  let next = 0;
  return {
    below(limit) {
      const choice = choices[next] ?? 0;
      next += 1;
      return choice % limit;
    },
  };
}

/** True in `percent` of a hundred cases. */
export function chance(random: Random, percent: number): boolean {
  return random.below(100) >= 100 - percent;
}

export function pick<T>(random: Random, list: readonly [T, ...T[]] | readonly T[]): T {
  const item = list[random.below(list.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** One of the values, each as often as its weight says. */
export function weighted<T>(random: Random, choices: readonly (readonly [number, T])[]): T {
  const total = choices.reduce((sum, [weight]) => sum + weight, 0);
  let ticket = random.below(total);
  for (const [weight, value] of choices) {
    if (ticket < weight) return value;
    ticket -= weight;
  }
  throw new Error('nothing to pick from');
}

/** A list of `least` to `most` items made one by one. */
export function several<T>(random: Random, [least, most]: readonly [number, number], make: (index: number) => T): T[] {
  return Array.from({ length: least + random.below(most - least + 1) }, (_, index) => make(index));
}
