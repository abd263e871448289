/** The decision alone, without a trace: the same matchers and the same flow as `evaluate`, a thousand times as often. */
import {
  type Candidate,
  compilePolicy,
  HASH_START,
  hashOn,
  planFor,
  type ResourceIndex,
  valuesAt,
} from '../compile/index.ts';
import {
  arnColons,
  DEFAULT_SETTINGS,
  LAYERS,
  type Layer,
  type PoliciesInPlay,
  type Request,
  type Settings,
  type Truth,
} from '../language/index.ts';
import { decideBoth, emptyTally, type Tally, tallyGrant, tallyLayer } from './both-readings.ts';
import type { Outcome } from './outcome.ts';
import { principalMatches } from './principal.ts';
import { allowsWithout, exemption, nodesOf } from './reach.ts';
import { type RequestView, viewRequest } from './request-view.ts';
import type { Colons } from './resource.ts';
import { type Situation, situationOf } from './situation.ts';
import { candidateApplies } from './statement.ts';

/**
 * Decides one action on one resource; undefined where the decision depends on keys that `request.unknown` leaves open.
 * Equal to what `evaluate` decides. Policies are compiled once, so keep the same Policy objects between calls.
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
  for (const layer of LAYERS) decideLayer(layer, question, tally);
  return tally;
}

function decideLayer(layer: Layer, question: Question, tally: Tally): void {
  const { situation, view } = question;
  const nodes = nodesOf(layer, question.policies, situation);
  if (!nodes || exemption(layer, situation, view) !== undefined) {
    tallyLayer(tally, layer, allowsWithout(layer, view), 'no');
    return;
  }
  const grants = layer === 'resource' || layer === 'trust' ? tally : undefined;
  let allows: Truth = 'yes';
  let denies: Truth = 'no';
  for (const node of nodes) {
    let allowsHere: Truth = 'no';
    for (const policy of node.policies) {
      const plan = planFor(compilePolicy(policy), situation.action);
      if (denies !== 'yes') denies = or(denies, someApply(plan.Deny, question, undefined));
      // How each statement of the resource side names the caller counts, so all of them are tried.
      if (allowsHere !== 'yes' || grants) allowsHere = or(allowsHere, someApply(plan.Allow, question, grants));
    }
    allows = and(allows, allowsHere);
  }
  tallyLayer(tally, layer, allows, denies);
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
    if (grants) tallyGrant(grants, principalMatches(candidate.statement, view), one);
    else if (one === 'yes') return one;
    result = or(result, one);
  }
  return result;
}
