/** The evaluator: policies and a request in, the decision and its whole trace out. */
import {
  DEFAULT_SETTINGS,
  type DecidedBy,
  type DecidingStatement,
  type Effect,
  type EvaluationResult,
  LAYERS,
  type Layer,
  type LayerTrace,
  type PoliciesInPlay,
  type PrincipalMatch,
  type Request,
  type Settings,
  type StatementTrace,
} from '../language/index.ts';
import { authorize, type Findings, type Outcome } from './authorize.ts';
import { evaluateLayer } from './layer.ts';
import { viewRequest } from './request-view.ts';
import { type Situation, situationOf } from './situation.ts';
import { unknownKeys } from './unknown-keys.ts';

/**
 * Decides one action on one resource.
 * @param policies every policy type in play; a missing member is a type that is not
 * @param request who does what in which context; a context key that is not given is absent, unless `request.unknown` names it
 * @param settings the reading of contested points (docs/semantics.md)
 */
export function evaluate(
  policies: PoliciesInPlay,
  request: Request,
  settings: Settings = DEFAULT_SETTINGS,
): EvaluationResult {
  const situation = situationOf(request, policies, settings);
  const view = viewRequest(request, settings, policies.boundary !== undefined);
  const other = situation.resourceLayer === 'trust' ? 'resource' : 'trust';
  const layers = LAYERS.map((layer) => evaluateLayer(layer, layer === other ? {} : policies, situation, view));
  const outcome = decideBoth(situation, layers, settings);
  return {
    decision: outcome?.decision ?? 'unknown',
    ...(outcome ? { decidedBy: outcome.decidedBy } : {}),
    ...(outcome?.rule !== undefined ? { rule: outcome.rule } : {}),
    missing: outcome?.missing ?? [],
    statements: outcome ? decidingStatements(outcome, layers) : [],
    unknownKeys: unknownKeys(layers),
    sameAccount: situation.sameAccount,
    layers,
  };
}

/**
 * U1: what is unknown is read against the request and for it. The decision is monotone (an Allow more never denies, a Deny
 * less never denies), so where both readings agree every reading does. Undefined: they differ.
 */
function decideBoth(situation: Situation, layers: readonly LayerTrace[], settings: Settings): Outcome | undefined {
  const hopeful = authorize(situation, read(layers, 'Allow', settings));
  const cautious = authorize(situation, read(layers, 'Deny', settings));
  if (hopeful.decision === cautious.decision) return cautious;
  // Denied either way; only whether explicitly is open.
  return hopeful.decision === 'implicitDeny' ? hopeful : undefined;
}

/** The layers as findings, statements that are unknown applying only when they have the favoured effect. */
function read(layers: readonly LayerTrace[], favoured: Effect, settings: Settings): Findings {
  const trace = (layer: Layer) => layers.find((candidate) => candidate.layer === layer);
  const grants = new Set<PrincipalMatch>();
  for (const layer of layers) {
    if (layer.layer !== 'resource' && layer.layer !== 'trust') continue;
    for (const statement of applyingStatements(layer, 'Allow', favoured === 'Allow')) {
      if (statement.principal?.match) grants.add(statement.principal.match);
    }
  }
  return {
    denies: (layer) => isTrue(trace(layer)?.denies, favoured === 'Deny'),
    allows: (layer) => isTrue(trace(layer)?.allows, favoured === 'Allow'),
    grants,
    sessionLimitsDirectGrants: settings.sessionPolicyLimitsDirectGrants,
  };
}

function isTrue(truth: LayerTrace['allows'] | undefined, unknownCounts: boolean): boolean {
  return truth === 'yes' || (truth === 'unknown' && unknownCounts);
}

function applyingStatements(layer: LayerTrace, effect: Effect, unknownCounts: boolean): StatementTrace[] {
  return layer.nodes
    .flatMap((node) => node.statements)
    .filter((statement) => statement.effect === effect && isTrue(statement.applies, unknownCounts));
}

function decidingStatements(outcome: Outcome, layers: readonly LayerTrace[]): DecidingStatement[] {
  if (outcome.decision === 'implicitDeny') return [];
  const effect = outcome.decision === 'allowed' ? 'Allow' : 'Deny';
  const deciding = layersOf(outcome.decidedBy);
  return layers
    .filter((layer) => layer.state === 'in-play' && deciding.includes(layer.layer))
    .flatMap((layer) => applyingStatements(layer, effect, false).map((trace) => ({ layer: layer.layer, trace })));
}

/** The layers whose statements made the decision. */
function layersOf(decidedBy: DecidedBy): readonly Layer[] {
  return LAYERS.filter((layer) => decidedBy.split('+').includes(layer));
}
