/** A policy made to fit a limit, with as little harm to it as that takes. */
import type { Catalog } from '../catalog/index.ts';
import type { PolicyDocument } from '../language/index.ts';
import { type NewWildcard, withWildcards } from './action-wildcards.ts';
import { mergeStatements } from './merge-statements.ts';
import { type Limit, sizeOf } from './policy-limit.ts';

export type { NewWildcard } from './action-wildcards.ts';

export interface MinimizedPolicy {
  readonly document: PolicyDocument;
  readonly before: number;
  readonly after: number;
  readonly fits: boolean;
  /** Sids and Id were left out. */
  readonly namesDropped: boolean;
  /** They stand for the same actions today; what AWS adds will join them. */
  readonly wildcards: readonly NewWildcard[];
}

/**
 * Step by step until it fits: entries that others take in, statements that can be one; then Sids; then lists of actions
 * as wildcards that stand for exactly them today.
 */
export function minimizePolicy(document: PolicyDocument, limit: Limit, catalog: Catalog): MinimizedPolicy {
  const fits = (one: PolicyDocument) => sizeOf(one, limit) <= limit.most;
  const merged = mergeStatements(document);
  const unnamed = fits(merged) ? merged : withoutNames(merged);
  const shorter = fits(unnamed) ? { document: unnamed, wildcards: [] } : shorten(unnamed, catalog, fits);
  return {
    document: shorter.document,
    before: sizeOf(document, limit),
    after: sizeOf(shorter.document, limit),
    fits: fits(shorter.document),
    namesDropped: unnamed !== merged && JSON.stringify(unnamed) !== JSON.stringify(merged),
    wildcards: shorter.wildcards,
  };
}

function withoutNames({ id: _, ...document }: PolicyDocument): PolicyDocument {
  return { ...document, statements: document.statements.map(({ sid: _sid, ...statement }) => statement) };
}

/** Statement by statement, the one first that gains most, and no more of them than needed. */
function shorten(document: PolicyDocument, catalog: Catalog, fits: (one: PolicyDocument) => boolean) {
  const all = document.statements
    .map((statement) => ({ before: statement, after: withWildcards(statement, catalog) }))
    .map((one) => ({ ...one, gain: lengthOf(one.before) - lengthOf(one.after.statement) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain);
  let now = document;
  const wildcards: NewWildcard[] = [];
  for (const { before, after } of all) {
    if (fits(now)) break;
    now = { ...now, statements: now.statements.map((one) => (one === before ? after.statement : one)) };
    wildcards.push(...after.wildcards);
  }
  return { document: now, wildcards };
}

function lengthOf({ action }: PolicyDocument['statements'][number]): number {
  return action.values.reduce((sum, { value }) => sum + value.length + 3, 0);
}
