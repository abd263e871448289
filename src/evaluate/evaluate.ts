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
import { decideBoth } from './both-readings.ts';
import { questionOf, tallyLayers } from './decide.ts';
import { traceLayer } from './layer.ts';
import { once } from './once.ts';
import type { Outcome } from './outcome.ts';
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
  const question = questionOf(policies, request, settings);
  const tally = tallyLayers(question);
  const outcome = decideBoth(question.situation, tally);
  const layers = LAYERS.map((layer) => traceLayer(layer, question, tally));
  const statements = once(() => (outcome ? decidingStatements(outcome, layers) : []));
  const keys = once(() => unknownKeys(layers));
  return {
    decision: outcome?.decision ?? 'unknown',
    ...(outcome ? { decidedBy: outcome.decidedBy } : {}),
    ...(outcome?.rule !== undefined ? { rule: outcome.rule } : {}),
    missing: outcome?.missing ?? [],
    get statements() {
      return statements();
    },
    get unknownKeys() {
      return keys();
    },
    sameAccount: question.situation.sameAccount,
    layers,
  };
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
