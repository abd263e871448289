/** M30: the identity-based policy is looked at before everything else. */
import { inOrder } from '../in-order.ts';
import { defineMisconception } from '../misconception.ts';

export const identityIsReadFirst = defineMisconception({
  code: 'M30',
  belief: 'the identity-based policy is looked at before everything else',
  correction:
    "AWS looks at the organization's policies first (RCP, then SCP), then at the resource-based policy, then at the identity-based policy, and last at boundary and session policy.",
  rule: 'E3',
  page: 'How AWS enforcement code logic evaluates requests to allow or deny access',
  concludes: inOrder(['identity', 'boundary', 'session', 'resource', 'trust', 'scp', 'rcp', 'vpce']),
});
