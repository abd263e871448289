/** A value of a file together with its place there. */
import type { Range } from '../../language/index.ts';
import { type Member, member, pointerStep, type ScalarNode, type SourceNode } from '../../parse/index.ts';

export interface Spot {
  readonly node: SourceNode;
  /** JSON pointer. */
  readonly path: string;
}

/** The member; a null counts as none. */
export function at(spot: Spot | undefined, key: string): Spot | undefined {
  const node = member(spot?.node, key);
  return spot && node && node.kind !== 'null' ? { node, path: spot.path + pointerStep(key) } : undefined;
}

/** The items of a list. */
export function items(spot: Spot | undefined): readonly Spot[] {
  if (spot?.node.kind !== 'array') return [];
  return spot.node.items.map((node, index) => ({ node, path: spot.path + pointerStep(index) }));
}

/** The text of a string. */
export function textOf(spot: Spot | undefined): string | undefined {
  return spot?.node.kind === 'string' ? spot.node.text : undefined;
}

/** The text of a member. */
export function textAt(spot: Spot | undefined, key: string): string | undefined {
  return textOf(at(spot, key));
}

/** The texts of a list, or of a text alone. */
export function textsOf(spot: Spot | undefined): readonly string[] {
  const own = textOf(spot);
  return own === undefined ? items(spot).flatMap((item) => textOf(item) ?? []) : [own];
}

/** Whole numbers only. */
export function numberAt(spot: Spot | undefined, key: string): number | undefined {
  const node = at(spot, key)?.node;
  return node?.kind === 'number' && /^\d+$/.test(node.text) ? Number(node.text) : undefined;
}

/** The members that are texts. */
export function textMembers(spot: Spot | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    membersOf(spot).flatMap(({ key, value }) => (value.kind === 'string' ? [[key, value.text]] : [])),
  );
}

export function membersOf(spot: Spot | undefined): readonly Member[] {
  return spot?.node.kind === 'object' ? spot.node.members : [];
}

/** A string that stands in the place of a value. */
export function stringNode(text: string, { range }: { readonly range?: Range | undefined } = {}): ScalarNode {
  return { kind: 'string', text, ...(range ? { range } : {}) };
}
