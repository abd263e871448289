/** The tree of the Chains screen: everybody who is reached, below whom they are reached from. */
import type { Reached, ReachStep } from '../../../query/index.ts';
import type { AppState } from '../../state.ts';
import { passesFilter } from '../../widgets/filter.ts';
import { clamp } from '../../widgets/list.ts';
import type { Ways } from './state.ts';

export interface TreeRow {
  readonly reached: Reached;
  /** Position in what was found. */
  readonly index: number;
  /** Whether it is the last of those on its level, by level. */
  readonly lasts: readonly boolean[];
}

/** What the tree follows from, and the tree. */
let last: { readonly of: readonly unknown[]; readonly rows: readonly TreeRow[] } | undefined;

export function treeOf({ screens, filters }: AppState): readonly TreeRow[] {
  const { ways, adminOnly } = screens.chains;
  const filter = filters['chains.tree'];
  const of = [ways, adminOnly, filter];
  if (last?.of.every((one, index) => one === of[index])) return last.rows;
  const rows = ways ? rowsOf(ways, adminOnly, filter) : [];
  last = { of, rows };
  return rows;
}

/** With whoever fits come those that lead to them. */
function rowsOf({ found }: Ways, adminOnly: boolean, filter: string | undefined): readonly TreeRow[] {
  const fits = ({ asker, arn, isAdmin }: Reached) =>
    (!adminOnly || isAdmin) && (!filter || passesFilter(filter, `${asker.name} ${arn}`));
  const kept = new Set<number>();
  for (const [index, one] of found.entries()) {
    if (!fits(one)) continue;
    for (let at = index; at !== -1; at = found[at]?.from ?? -1) kept.add(at);
  }
  const below = (from: number) => [...kept].filter((index) => found[index]?.from === from).sort((a, b) => a - b);
  const walk = (index: number, lasts: readonly boolean[]): TreeRow[] => {
    const reached = found[index];
    if (!reached) return [];
    const next = below(index);
    return [
      { reached, index, lasts },
      ...next.flatMap((one, position) => walk(one, [...lasts, position === next.length - 1])),
    ];
  };
  return below(-1).flatMap((index) => walk(index, []));
}

export function rowHere(state: AppState): TreeRow | undefined {
  const rows = treeOf(state);
  return rows[clamp(state.screens.chains.at, rows.length)];
}

/** The call of the hop under the cursor: at first the one that fails, or depends on something. */
export function stepHere(state: AppState): ReachStep | undefined {
  const steps = rowHere(state)?.reached.hop?.steps ?? [];
  return steps[clamp(state.screens.chains.step, steps.length)];
}

/** From the beginning to a row. */
export function pathTo({ found }: Ways, index: number): readonly Reached[] {
  const path: Reached[] = [];
  for (let at = index; at !== -1; at = found[at]?.from ?? -1) {
    const one = found[at];
    if (one) path.unshift(one);
  }
  return path;
}
