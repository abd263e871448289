/** Rows of access, as few as it takes: those that differ in one respect only are one. */
import type { Region } from './region.ts';

/** Somebody may do something somewhere. */
export interface Row extends Region {
  /** Ids of actions that the catalog knows. */
  readonly actions: readonly string[];
  /** Made up: they stand for actions that AWS may add. */
  readonly unlisted: readonly string[];
  /** Names of who is meant; empty where nobody in particular is. */
  readonly who: readonly string[];
}

/** Each keeps what the first of its rows has beside. */
export function mergeRows<One extends Row>(rows: readonly One[]): readonly One[] {
  let merged = rows;
  let before: number;
  do {
    before = merged.length;
    merged = joined(merged, ['who', 'resources', 'except', 'conditions'], (one, other) => ({
      ...one,
      actions: union(one.actions, other.actions),
      unlisted: union(one.unlisted, other.unlisted),
    }));
    merged = joined(merged, ['who', 'actions', 'except', 'conditions'], (one, other) => ({
      ...one,
      resources: union(one.resources, other.resources),
      unlisted: union(one.unlisted, other.unlisted),
    }));
    merged = joined(merged, ['actions', 'unlisted', 'resources', 'except', 'conditions'], (one, other) => ({
      ...one,
      who: union(one.who, other.who),
    }));
  } while (merged.length < before);
  return merged;
}

function joined<One extends Row>(
  rows: readonly One[],
  same: readonly (keyof Row)[],
  join: (one: One, other: One) => One,
): readonly One[] {
  const found = new Map<string, One>();
  for (const row of rows) {
    const key = JSON.stringify(same.map((name) => [...row[name]].sort()));
    const known = found.get(key);
    found.set(key, known ? join(known, row) : row);
  }
  return [...found.values()];
}

function union(these: readonly string[], those: readonly string[]): readonly string[] {
  return [...new Set([...these, ...those])];
}
