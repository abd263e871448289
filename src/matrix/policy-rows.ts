/** A policy over all resources of a matrix: where it allows and where it denies, kept for callers who are alike to it. */
import { actionName, compilePolicy, planFor } from '../compile/index.ts';
import type { RequestView } from '../evaluate/index.ts';
import type { Policy } from '../language/index.ts';
import { type TruthMask, unionOf } from './mask.ts';
import { facetOf } from './pair.ts';
import { isForEveryone, keysOfStatements } from './reads.ts';
import type { ResourceSet } from './resource-set.ts';
import { appliesOver, type StatementRows, statementRows } from './statement-rows.ts';

/** An undefined mask is one without members. */
export interface PolicyMasks {
  readonly allows: TruthMask | undefined;
  readonly denies: TruthMask | undefined;
}

/** The masks of a policy for a caller. */
export type PolicyRows = (view: RequestView) => PolicyMasks;

/** Callers that differ to a policy are remembered up to here; then it starts over. */
const MOST_FACETS = 1024;

/** @param view any caller's */
export function policyRows(policy: Policy, set: ResourceSet, view: RequestView): PolicyRows {
  const { reached } = planFor(compilePolicy(policy), actionName(view.request.action));
  if (reached.length === 0) return () => NONE;
  const rows = reached.map((statement) => statementRows(statement, set, view));
  const keys = keysOfStatements(reached);
  if (!reached.every(isForEveryone)) return (caller) => masksFor(rows, caller, set);
  const known = new Map<string, PolicyMasks>();
  return (caller) => {
    const facet = facetOf(caller, keys);
    let masks = known.get(facet);
    if (!masks) {
      masks = masksFor(rows, caller, set);
      if (known.size >= MOST_FACETS) known.clear();
      known.set(facet, masks);
    }
    return masks;
  };
}

const NONE: PolicyMasks = { allows: undefined, denies: undefined };

function masksFor(rows: readonly StatementRows[], view: RequestView, set: ResourceSet): PolicyMasks {
  const allows: TruthMask[] = [];
  const denies: TruthMask[] = [];
  for (const one of rows) {
    const applies = appliesOver(one, view, set);
    if (applies) (one.statement.statement.effect === 'Allow' ? allows : denies).push(applies);
  }
  return { allows: unionOf(allows), denies: unionOf(denies) };
}
