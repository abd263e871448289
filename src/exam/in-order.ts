/** The conclusion of who looks at the layers in another order: the same layers lack an Allow, another is named first. */
import type { EvaluationResult, Layer } from '../language/index.ts';
import type { Conclusion } from './misconception.ts';

export function inOrder(order: readonly Layer[]): (result: EvaluationResult) => Conclusion | undefined {
  return ({ decision, missing }) => {
    const [first, ...others] = order.filter((layer) => missing.includes(layer));
    if (decision !== 'implicitDeny' || first === undefined || others.length === 0) return undefined;
    return { decision, decidedBy: first, missing: [first, ...others] };
  };
}
