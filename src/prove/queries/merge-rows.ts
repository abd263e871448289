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
    merged = joined(merged, ['who', 'resources', 'except', 'conditions'], ['actions', 'unlisted']);
    merged = joined(merged, ['who', 'actions', 'except', 'conditions'], ['resources', 'unlisted']);
    merged = joined(merged, ['actions', 'unlisted', 'resources', 'except', 'conditions'], ['who']);
  } while (merged.length < before);
  return merged;
}

/** Rows with the same in some respects, united in others. */
function joined<One extends Row>(
  rows: readonly One[],
  same: readonly (keyof Row)[],
  united: readonly ('actions' | 'unlisted' | 'resources' | 'who')[],
): readonly One[] {
  const groups = new Map<string, One[]>();
  for (const row of rows) {
    const key = JSON.stringify(same.map((name) => [...row[name]].sort()));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const lists = united.map((name) => [name, [...new Set(group.flatMap((row) => row[name]))]] as const);
    return [{ ...first, ...Object.fromEntries(lists) }];
  });
}
