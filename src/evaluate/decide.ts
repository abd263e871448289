/** The decision alone, without a trace: the same matchers and the same flow as `evaluate`, a thousand times as often. */
import { type Candidate, compilePolicy, planFor, type ResourceIndex } from '../compile/index.ts';
import {
  arnColons,
  DEFAULT_SETTINGS,
  type Effect,
  LAYERS,
  type Layer,
  type PoliciesInPlay,
  type Policy,
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
    denies = or(denies, () => someApply(node.policies, 'Deny', question));
    allows = and(allows, () => someApply(node.policies, 'Allow', question, grants));
  }
  tallyLayer(tally, layer, allows, denies);
}

function or(one: Truth, other: () => Truth): Truth {
  if (one === 'yes') return one;
  const second = other();
  return second === 'no' ? one : second;
}

function and(one: Truth, other: () => Truth): Truth {
  if (one === 'no') return one;
  const second = other();
  return second === 'yes' ? one : second;
}

function someApply(policies: readonly Policy[], effect: Effect, question: Question, grants?: Tally): Truth {
  let result: Truth = 'no';
  for (const policy of policies) {
    const index = planFor(compilePolicy(policy), question.situation.action)[effect];
    const one = someApplyOf(index, question, grants);
    if (one === 'yes' && !grants) return one;
    if (one !== 'no' && result !== 'yes') result = one;
  }
  return result;
}

/** The candidates that every resource tries, then those whose literal beginning this resource has. */
function someApplyOf(index: ResourceIndex, question: Question, grants: Tally | undefined): Truth {
  let result = tryAll(index.always, question, grants);
  const { resource } = question.view.request;
  for (const length of index.lengths) {
    if (length > resource.length || (result === 'yes' && !grants)) break;
    const bucket = index.byPrefix.get(resource.slice(0, length));
    const one = bucket ? tryAll(bucket, question, grants) : 'no';
    if (one !== 'no' && result !== 'yes') result = one;
  }
  return result;
}

/** With `grants`, every candidate is tried: how each names the caller counts. */
function tryAll(candidates: readonly Candidate[], { view, colons }: Question, grants: Tally | undefined): Truth {
  let result: Truth = 'no';
  for (const candidate of candidates) {
    const one = candidateApplies(candidate, view, colons);
    if (one === 'no') continue;
    if (grants) {
      tallyGrant(grants, principalMatches(candidate.statement, view), one);
    } else if (one === 'yes') return one;
    if (result !== 'yes') result = one;
  }
  return result;
}
