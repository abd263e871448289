/** The evaluator: policies and a request in, the decision and its whole trace out. */
import {
  DEFAULT_SETTINGS,
  type EvaluationResult,
  LAYERS,
  type PoliciesInPlay,
  type Request,
  type Settings,
} from '../language/index.ts';
import { decideBoth } from './both-readings.ts';
import { questionOf, tallyLayers } from './decide.ts';
import { traceLayer } from './layer.ts';
import { once } from './once.ts';
import { reasonsOf } from './reasons.ts';
import { statementTracer } from './statement.ts';
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
  const trace = statementTracer(question.situation.action, question.view);
  const layers = once(() => LAYERS.map((layer) => traceLayer(layer, question, tally, trace)));
  const reasons = outcome ? reasonsOf(outcome, question) : [];
  return {
    decision: outcome?.decision ?? 'unknown',
    ...(outcome ? { decidedBy: outcome.decidedBy } : {}),
    ...(outcome?.rule !== undefined ? { rule: outcome.rule } : {}),
    missing: outcome?.missing ?? [],
    statements: reasons.map(({ layer, policy, compiled }) => ({ layer, trace: trace(compiled, policy) })),
    unknownKeys: unknownKeys(question),
    sameAccount: question.situation.sameAccount,
    // Most callers look no further than the reasons.
    get layers() {
      return layers();
    },
  };
}
