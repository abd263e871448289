/** The evaluator: policies and a request in, the decision and its whole trace out. */
import {
  DEFAULT_SETTINGS,
  type DecidingStatement,
  type EvaluationResult,
  LAYERS,
  type LayerTrace,
  type PoliciesInPlay,
  type Request,
  type Settings,
} from '../language/index.ts';
import { decideBoth, emptyTally, type Tally, tallyGrant, tallyLayer } from './both-readings.ts';
import { traceLayer } from './layer.ts';
import type { Outcome } from './outcome.ts';
import { viewRequest } from './request-view.ts';
import { situationOf } from './situation.ts';
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
  const view = viewRequest(request, settings, policies.boundary !== undefined && situation.caller === 'policies');
  const layers = LAYERS.map((layer) => traceLayer(layer, policies, situation, view));
  const outcome = decideBoth(situation, tallyOf(layers));
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

function tallyOf(layers: readonly LayerTrace[]): Tally {
  const tally = emptyTally();
  for (const { layer, state, allows, denies, nodes } of layers) {
    tallyLayer(tally, layer, allows, denies);
    if (state !== 'in-play' || (layer !== 'resource' && layer !== 'trust')) continue;
    for (const { effect, principal, applies } of nodes.flatMap((node) => node.statements)) {
      if (effect === 'Allow' && principal) tallyGrant(tally, principal.found, applies);
    }
  }
  return tally;
}

/** The statements of the deciding layers that apply with the effect of the decision; an implicit deny has none. */
function decidingStatements(outcome: Outcome, layers: readonly LayerTrace[]): DecidingStatement[] {
  if (outcome.decision === 'implicitDeny') return [];
  const effect = outcome.decision === 'allowed' ? 'Allow' : 'Deny';
  const deciding: readonly string[] = outcome.decidedBy.split('+');
  return layers
    .filter((layer) => layer.state === 'in-play' && deciding.includes(layer.layer))
    .flatMap((layer) =>
      layer.nodes
        .flatMap((node) => node.statements)
        .filter((trace) => trace.effect === effect && trace.applies === 'yes')
        .map((trace) => ({ layer: layer.layer, trace })),
    );
}
