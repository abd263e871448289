/** A small seeded source of choices: the same seed makes the same choices on every machine. */

export interface Draw {
  /** An integer from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  readonly pick: <One>(list: readonly [One, ...One[]]) => One;
  /** True in so many of a hundred cases. */
  readonly chance: (percent: number) => boolean;
  readonly shuffle: <One>(list: readonly One[]) => readonly One[];
}

/** @param seed any integer. @param turn tells the draws of one seed apart */
export function drawFrom(seed: number, turn = 0): Draw {
  let state = mix(mix(seed | 0) ^ mix(Math.floor(seed / 4294967296) ^ 0x51ed270b) ^ mix(turn ^ 0x2545f491));
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state) >>> 0;
  };
  const below = (most: number): number => {
    // INVARIANT: every value is as likely as every other: what is left over at the top is drawn again.
    const limit = 4294967296 - (4294967296 % most);
    for (;;) {
      const value = next();
      if (value < limit) return value % most;
    }
  };
  return {
    below,
    pick: (list) => list[below(list.length)] ?? list[0],
    chance: (percent) => below(100) < percent,
    shuffle: (list) => {
      const left = [...list];
      return list.flatMap(() => left.splice(below(left.length), 1));
    },
  };
}

/** The finalizer of MurmurHash3: every bit of the result depends on every bit given. */
function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
