/** A decision with what it rests on, without a trace: the statements that made it and the keys that nobody gave. */
import type { CompiledStatement } from '../compile/index.ts';
import {
  DEFAULT_SETTINGS,
  LAYERS,
  type Layer,
  type PoliciesInPlay,
  type Policy,
  type Request,
  type Settings,
  type Statement,
} from '../language/index.ts';
import { decideBoth } from './both-readings.ts';
import { type Question, questionOf, tallyLayers } from './decide.ts';
import type { Outcome } from './outcome.ts';
import { forEachReached } from './reached.ts';
import { candidateApplies } from './statement.ts';
import { unknownKeys } from './unknown-keys.ts';

/** A statement that made the decision. */
export interface Reason {
  readonly layer: Layer;
  readonly policy: Policy;
  readonly statement: Statement;
  readonly compiled: CompiledStatement;
}

export interface Reasoned {
  /** Undefined where the decision depends on what is unknown. */
  readonly outcome: Outcome | undefined;
  readonly statements: readonly Reason[];
  readonly unknownKeys: readonly string[];
}

/** What `evaluate` answers but for its trace, several times as fast. */
export function decideWithReasons(
  policies: PoliciesInPlay,
  request: Request,
  settings: Settings = DEFAULT_SETTINGS,
): Reasoned {
  const question = questionOf(policies, request, settings);
  const outcome = decideBoth(question.situation, tallyLayers(question));
  return { outcome, statements: outcome ? reasonsOf(outcome, question) : [], unknownKeys: unknownKeys(question) };
}

/** The statements of the deciding layers that apply with the effect of the decision; an implicit deny has none. */
export function reasonsOf(outcome: Outcome, question: Question): readonly Reason[] {
  if (outcome.decision === 'implicitDeny') return [];
  const effect = outcome.decision === 'allowed' ? 'Allow' : 'Deny';
  const reasons: Reason[] = [];
  for (const layer of layersOf(outcome)) {
    forEachReached(layer, question, (compiled, policy) => {
      const { statement } = compiled;
      if (statement.effect !== effect) return;
      const applies = candidateApplies({ statement: compiled, resource: 'element' }, question.view, question.colons);
      if (applies === 'yes') reasons.push({ layer, policy, statement, compiled });
    });
  }
  return reasons;
}

function layersOf({ decidedBy }: Outcome): readonly Layer[] {
  const named: readonly string[] = decidedBy.split('+');
  return LAYERS.filter((layer) => named.includes(layer));
}
