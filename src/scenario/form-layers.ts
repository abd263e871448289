/** The members of a scenario as they hold in the end: those of the defaults, the scenario and the row, laid over each other. */
import type { Range } from '../language/index.ts';
import { type Member, member, pointerStep, type SourceNode } from '../parse/index.ts';

/** A value and where it stands in the file. */
export interface Placed<T extends SourceNode = SourceNode> {
  readonly node: T;
  /** JSON pointer. */
  readonly path: string;
  /** What a finding points at: the value, or for an object or list, which can be long, its key. */
  readonly range?: Range;
}

/** What a form is read from, the weakest first. */
export interface FormLayers {
  readonly defaults: Placed | undefined;
  readonly scenario: Placed;
  readonly row: Placed | undefined;
}

/** The row's member, else the scenario's. */
export function memberOf({ row, scenario }: FormLayers, key: string): Placed | undefined {
  return (row && memberIn(row, key)) ?? memberIn(scenario, key);
}

export function textOf(layers: FormLayers, key: string): string | undefined {
  return text(memberOf(layers, key));
}

export function numberOf(layers: FormLayers, key: string): number | undefined {
  const found = memberOf(layers, key);
  return found?.node.kind === 'number' ? Number(found.node.text) : undefined;
}

export function text(placed: Placed | undefined): string | undefined {
  return placed?.node.kind === 'string' ? placed.node.text : undefined;
}

export function memberIn({ node, path }: Placed, key: string): Placed | undefined {
  const found = node.kind === 'object' ? node.members.find((one) => one.key === key) : undefined;
  if (!found) return undefined;
  const { value, keyRange } = found;
  const range = value.kind === 'object' || value.kind === 'array' ? keyRange : value.range;
  return { node: value, path: path + pointerStep(key), ...(range ? { range } : {}) };
}

/** The entries of a list, or the value itself as the only one; none of nothing. */
export function entriesOf(placed: Placed | undefined): readonly Placed[] {
  if (placed?.node.kind !== 'array') return placed ? [placed] : [];
  return placed.node.items.map((node, index) => {
    return { node, path: placed.path + pointerStep(index), ...(node.range ? { range: node.range } : {}) };
  });
}

/**
 * `from` and `context`, key by key: the row's win over the scenario's, those over the defaults. Case is ignored (C50);
 * a key that one of them has twice is kept twice, for the environment to complain of.
 */
export function mergedMembers(layers: FormLayers, key: 'from' | 'context'): readonly Member[] {
  let merged: readonly Member[] = [];
  for (const layer of [layers.defaults, layers.scenario, layers.row]) {
    const found = layer && member(layer.node, key);
    const over = found?.kind === 'object' ? found.members : [];
    const taken = new Set(over.map((one) => one.key.toLowerCase()));
    merged = [...merged.filter((one) => !taken.has(one.key.toLowerCase())), ...over];
  }
  return merged;
}

/** Tags add up. */
export function unitedTags({ defaults, scenario, row }: FormLayers): readonly string[] {
  const lists = [defaults, scenario, row].map((layer) => layer && memberIn(layer, 'tags'));
  return [...new Set(lists.flatMap((list) => entriesOf(list).flatMap((entry) => text(entry) ?? [])))];
}
