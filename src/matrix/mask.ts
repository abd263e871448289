/** Sets of resources as bits, 32 to a word. */
import type { Truth } from '../language/index.ts';

/** Plain numbers: small arrays of them are made and collected much faster than typed ones. */
export type Mask = number[];

/** INVARIANT: `yes` lies within `may`. */
export interface TruthMask {
  /** Where it certainly holds. */
  readonly yes: Mask;
  /** Where it holds or may hold. */
  readonly may: Mask;
}

export function emptyMask(count: number): Mask {
  return new Array<number>((count + 31) >>> 5).fill(0);
}

export function emptyTruths(count: number): TruthMask {
  return { yes: emptyMask(count), may: emptyMask(count) };
}

export function fullMask(count: number): Mask {
  const mask = new Array<number>((count + 31) >>> 5).fill(-1);
  // INVARIANT: bits beyond the last member are never set.
  if ((count & 31) !== 0) mask[mask.length - 1] = ~(-1 << (count & 31));
  return mask;
}

export function addMember(mask: Mask, member: number): void {
  const word = member >>> 5;
  mask[word] = (mask[word] ?? 0) | (1 << (member & 31));
}

export function addTruth({ yes, may }: TruthMask, member: number, truth: Truth): void {
  if (truth === 'yes') addMember(yes, member);
  if (truth !== 'no') addMember(may, member);
}

export function unite(into: Mask, other: Mask): void {
  for (let word = 0; word < into.length; word++) into[word] = (into[word] ?? 0) | (other[word] ?? 0);
}

function intersect(into: Mask, other: Mask): void {
  for (let word = 0; word < into.length; word++) into[word] = (into[word] ?? 0) & (other[word] ?? 0);
}

export function uniteTruths(into: TruthMask, other: TruthMask): void {
  unite(into.yes, other.yes);
  unite(into.may, other.may);
}

/** Undefined for none; the one mask itself, or a new one. */
export function unionOf(masks: readonly TruthMask[]): TruthMask | undefined {
  const [first, ...others] = masks;
  if (!first || others.length === 0) return first;
  const result = { yes: first.yes.slice(), may: first.may.slice() };
  for (const other of others) uniteTruths(result, other);
  return result;
}

export function intersectTruths(into: TruthMask, other: TruthMask): void {
  intersect(into.yes, other.yes);
  intersect(into.may, other.may);
}
