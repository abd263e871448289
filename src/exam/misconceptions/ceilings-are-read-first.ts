/** M32: all ceilings are looked at before any policy that grants. */
import { inOrder } from '../in-order.ts';
import { defineMisconception } from '../misconception.ts';

export const ceilingsAreReadFirst = defineMisconception({
  code: 'M32',
  belief: 'all ceilings are looked at before any policy that grants',
  correction:
    "Only the organization's policies come first. Permissions boundary and session policy come after resource-based and identity-based policy.",
  rule: 'E3',
  page: 'How AWS enforcement code logic evaluates requests to allow or deny access',
  concludes: inOrder(['rcp', 'scp', 'vpce', 'boundary', 'session', 'resource', 'trust', 'identity']),
});
