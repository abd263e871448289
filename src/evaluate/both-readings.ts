/** Rule U1: what is unknown is read against the request and for it; where both readings agree, every reading does. */
import { type Layer, layerBit, type MatchSet, type Truth } from '../language/index.ts';
import { authorize } from './authorize.ts';
import type { Outcome } from './outcome.ts';
import type { Situation } from './situation.ts';

/** Collects what the layers come to, what is certain apart from what is possible. */
export interface Tally {
  denies: number;
  mayDeny: number;
  allows: number;
  mayAllow: number;
  grants: MatchSet;
  mayGrant: MatchSet;
}

export function emptyTally(): Tally {
  return { denies: 0, mayDeny: 0, allows: 0, mayAllow: 0, grants: 0, mayGrant: 0 };
}

export function tallyLayer(tally: Tally, layer: Layer, allows: Truth, denies: Truth): void {
  const bit = layerBit(layer);
  if (allows === 'yes') tally.allows |= bit;
  if (allows !== 'no') tally.mayAllow |= bit;
  if (denies === 'yes') tally.denies |= bit;
  if (denies !== 'no') tally.mayDeny |= bit;
}

export function tallyGrant(tally: Tally, match: MatchSet, applies: Truth): void {
  if (applies === 'yes') tally.grants |= match;
  if (applies !== 'no') tally.mayGrant |= match;
}

/** Read against the request, a service's rule that may refuse it does. */
function refusedIn(situation: Situation): Situation {
  return { ...situation, refusedBy: situation.mayBeRefusedBy, alwaysAllowed: undefined };
}

/**
 * The decision is monotone: an Allow more never denies, a Deny less never denies. Undefined: the two readings differ, and
 * the decision depends on what is unknown.
 */
export function decideBoth(situation: Situation, tally: Tally): Outcome | undefined {
  const against = situation.mayBeRefusedBy === undefined ? situation : refusedIn(situation);
  const cautious = authorize(against, { denies: tally.mayDeny, allows: tally.allows, grants: tally.grants });
  if (
    against === situation &&
    tally.mayDeny === tally.denies &&
    tally.mayAllow === tally.allows &&
    tally.mayGrant === tally.grants
  )
    return cautious;
  const hopeful = authorize(situation, { denies: tally.denies, allows: tally.mayAllow, grants: tally.mayGrant });
  if (hopeful.decision === cautious.decision) return against === situation ? cautious : hopeful;
  // Denied either way; only whether explicitly is open.
  return hopeful.decision === 'implicitDeny' ? hopeful : undefined;
}
