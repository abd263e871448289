/** M08: an Allow whose condition is not met denies. */
import { failsByConditionOnly } from '../applying-statements.ts';
import { defineMisconception } from '../misconception.ts';

export const failedConditionDenies = defineMisconception({
  code: 'M08',
  belief: 'an Allow whose condition is not met denies',
  correction:
    'A statement whose condition is not met does not apply, and that is all: an Allow elsewhere still counts, and without one the denial is implicit.',
  rule: 'B5',
  page: 'IAM JSON policy elements: Condition',
  concludes: (result) => {
    if (result.decision === 'explicitDeny') return undefined;
    const failing = result.layers.find(
      (layer) => layer.state === 'in-play' && layer.nodes.some((node) => node.statements.some(failsByConditionOnly)),
    );
    return failing && { decision: 'explicitDeny', decidedBy: failing.layer, missing: [] };
  },
});
