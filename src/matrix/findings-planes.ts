/** What the layers come to over a class of resources, as planes of bits: cells with equal bits are decided together. */
import { emptyTally, type Tally } from '../evaluate/index.ts';
import { type Layer, layerBit } from '../language/index.ts';
import type { Mask, TruthMask } from './mask.ts';
import type { MemberRange } from './resource-set.ts';

/** A bit of a tally, and where it is set. */
interface Plane {
  readonly member: keyof Tally;
  readonly bit: number;
  readonly mask: Mask;
}

export interface Planes {
  /** What holds everywhere. */
  readonly base: Tally;
  readonly planes: Plane[];
}

export function emptyPlanes(): Planes {
  return { base: emptyTally(), planes: [] };
}

export function addAllows({ planes }: Planes, layer: Layer, allows: TruthMask | undefined): void {
  addTruths(planes, ['allows', 'mayAllow'], layerBit(layer), allows);
}

export function addDenies({ planes }: Planes, layer: Layer, denies: TruthMask | undefined): void {
  addTruths(planes, ['denies', 'mayDeny'], layerBit(layer), denies);
}

export function addGrants({ planes }: Planes, match: number, grants: TruthMask): void {
  addTruths(planes, ['grants', 'mayGrant'], match, grants);
}

type Pair = readonly [certain: keyof Tally, possible: keyof Tally];

function addTruths(planes: Plane[], [certain, possible]: Pair, bit: number, truths: TruthMask | undefined): void {
  if (!truths) return;
  planes.push({ member: certain, bit, mask: truths.yes }, { member: possible, bit, mask: truths.may });
}

/** Takes a class apart into cells that have the same findings. */
export function forEachFinding(
  { base, planes }: Planes,
  { from, to }: MemberRange,
  visit: (tally: Tally, first: number, cells: number) => void,
): void {
  for (let word = from >>> 5; word <= (to - 1) >>> 5; word++) {
    let left = bitsWithin(word, from, to);
    while (left !== 0) {
      const cell = left & -left;
      const tally = copyOf(base);
      let alike = left;
      for (const { member, bit, mask } of planes) {
        const bits = mask[word] ?? 0;
        if ((bits & cell) === 0) alike &= ~bits;
        else {
          tally[member] |= bit;
          alike &= bits;
        }
      }
      visit(tally, word << 5, alike);
      left &= ~alike;
    }
  }
}

/** Faster than a spread. */
function copyOf({ denies, mayDeny, allows, mayAllow, grants, mayGrant }: Tally): Tally {
  return { denies, mayDeny, allows, mayAllow, grants, mayGrant };
}

/** The bits of a word whose members are in the range. */
function bitsWithin(word: number, from: number, to: number): number {
  const first = word << 5;
  const low = from > first ? -1 << (from - first) : -1;
  const high = to < first + 32 ? ~(-1 << (to - first)) : -1;
  return low & high;
}
