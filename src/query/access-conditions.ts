/** What an answer that is neither yes nor no depends on: the statements that are open, each with its open conditions. */
import type { ConditionTrace, EvaluationResult, Layer, LayerTrace, StatementTrace } from '../language/index.ts';

/** One statement that may apply. */
export interface AccessCondition {
  /** `when`: it would grant; `unless`: it would deny. */
  readonly kind: 'when' | 'unless';
  readonly layer: Layer;
  readonly statement: StatementTrace;
  /** What has to hold for it to apply; empty where only the resource element is open. */
  readonly conditions: readonly ConditionTrace[];
}

/** In the order of the layers. Grants of a layer are alternatives; every layer named must grant, and no `unless` may hold. */
export function accessConditions({ layers }: EvaluationResult): readonly AccessCondition[] {
  return layers
    .filter(({ state }) => state === 'in-play')
    .flatMap((layer) => [...openIn(layer, 'Allow'), ...openIn(layer, 'Deny')]);
}

function openIn({ layer, allows, denies, nodes }: LayerTrace, effect: 'Allow' | 'Deny'): AccessCondition[] {
  if ((effect === 'Allow' ? allows : denies) !== 'unknown') return [];
  return nodes
    .filter((node) => effect === 'Deny' || node.allows === 'unknown')
    .flatMap(({ statements }) => statements)
    .filter((statement) => statement.effect === effect && statement.applies === 'unknown')
    .map((statement) => ({
      kind: effect === 'Allow' ? 'when' : 'unless',
      layer,
      statement,
      conditions: statement.conditions.filter(({ holds }) => holds === 'unknown'),
    }));
}
