/** The decision alone, without a trace: the same matchers and the same flow as `evaluate`, a thousand times as often. */
import {
  type Candidate,
  HASH_START,
  hashOn,
  type LayerPlan,
  type ResourceIndex,
  setPlanFor,
  valuesAt,
} from '../compile/index.ts';
import {
  arnColons,
  DEFAULT_SETTINGS,
  type PoliciesInPlay,
  type Request,
  type Settings,
  type Truth,
} from '../language/index.ts';
import { decideBoth, emptyTally, type Tally, tallyGrant, tallyLayer } from './both-readings.ts';
import type { Outcome } from './outcome.ts';
import { possiblePrincipalMatches, principalMatches } from './principal.ts';
import { allowsWithout, exemption, isOtherSide } from './reach.ts';
import { type RequestView, viewRequest } from './request-view.ts';
import type { Colons } from './resource.ts';
import { type Situation, situationOf } from './situation.ts';
import { candidateApplies } from './statement.ts';

/**
 * Decides one action on one resource; undefined where the decision depends on keys that `request.unknown` leaves open.
 * Equal to what `evaluate` decides. Policies are compiled once and never looked at again: keep the same objects between calls,
 * and for another policy make new ones.
 */
export function decide(
  policies: PoliciesInPlay,
  request: Request,
  settings: Settings = DEFAULT_SETTINGS,
): Outcome | undefined {
  const question = questionOf(policies, request, settings);
  return decideBoth(question.situation, tallyLayers(question));
}

/** A request with what the layers need to know of it. */
export interface Question {
  readonly policies: PoliciesInPlay;
  readonly situation: Situation;
  readonly view: RequestView;
  readonly colons: Colons;
}

export function questionOf(policies: PoliciesInPlay, request: Request, settings: Settings): Question {
  const situation = situationOf(request, policies, settings);
  // A boundary is for callers that policies speak for.
  const hasBoundary = policies.boundary !== undefined && situation.caller === 'policies';
  return {
    policies,
    situation,
    view: viewRequest(request, settings, hasBoundary),
    colons: arnColons(request.resource),
  };
}

/** What every layer comes to. */
export function tallyLayers(question: Question): Tally {
  const tally = emptyTally();
  for (const plan of setPlanFor(question.policies, question.situation.action)) decideLayer(plan, question, tally);
  return tally;
}

function decideLayer({ layer, nodes }: LayerPlan, question: Question, tally: Tally): void {
  const { situation, view } = question;
  if (!nodes || isOtherSide(layer, situation) || exemption(layer, situation, view) !== undefined) {
    tallyLayer(tally, layer, allowsWithout(layer, view), 'no');
    return;
  }
  // How each statement of the resource side names the caller counts, so all of them are tried.
  const grants = layer === situation.resourceLayer ? tally : undefined;
  let allows: Truth = 'yes';
  let denies: Truth = 'no';
  for (const { Allow, Deny } of nodes) {
    if (denies !== 'yes') denies = or(denies, anyApply(Deny, question, undefined));
    if (allows !== 'no' || grants) allows = and(allows, anyApply(Allow, question, grants));
  }
  tallyLayer(tally, layer, allows, denies);
}

function anyApply(indexes: readonly ResourceIndex[], question: Question, grants: Tally | undefined): Truth {
  let result: Truth = 'no';
  for (const index of indexes) {
    result = or(result, someApply(index, question, grants));
    if (result === 'yes' && !grants) return result;
  }
  return result;
}

function or(one: Truth, other: Truth): Truth {
  return one === 'yes' || other === 'no' ? one : other;
}

function and(one: Truth, other: Truth): Truth {
  return one === 'no' || other === 'yes' ? one : other;
}

/** The candidates that every resource tries, then those whose literal beginning this resource has. */
function someApply({ always, byPrefix }: ResourceIndex, question: Question, grants: Tally | undefined): Truth {
  let result = always.length === 0 ? 'no' : tryAll(always, question, grants);
  const { resource } = question.view.request;
  let hash = HASH_START;
  let hashed = 0;
  for (const length of byPrefix.lengths) {
    if (length > resource.length || (result === 'yes' && !grants)) break;
    hash = hashOn(hash, resource, hashed, length);
    hashed = length;
    const bucket = valuesAt(byPrefix, hash, resource, length);
    if (bucket) result = or(result, tryAll(bucket, question, grants));
  }
  return result;
}

function tryAll(candidates: readonly Candidate[], { view, colons }: Question, grants: Tally | undefined): Truth {
  let result: Truth = 'no';
  for (const candidate of candidates) {
    const one = candidateApplies(candidate, view, colons);
    if (one === 'no') continue;
    if (grants) {
      tallyGrant(grants, principalMatches(candidate.statement, view), one);
      tallyGrant(grants, possiblePrincipalMatches(candidate.statement, view), 'unknown');
    } else if (one === 'yes') return one;
    result = or(result, one);
  }
  return result;
}
