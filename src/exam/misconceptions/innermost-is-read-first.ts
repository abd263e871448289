/** M31: the narrowest policy is looked at first: session, boundary, identity, and the organization last. */
import { inOrder } from '../in-order.ts';
import { defineMisconception } from '../misconception.ts';

export const innermostIsReadFirst = defineMisconception({
  code: 'M31',
  belief: 'the narrowest policy is looked at first: session, boundary, identity, and the organization last',
  correction: "It is the other way round: from the organization's policies inwards to boundary and session policy.",
  rule: 'E3',
  page: 'How AWS enforcement code logic evaluates requests to allow or deny access',
  concludes: inOrder(['session', 'boundary', 'identity', 'trust', 'resource', 'vpce', 'scp', 'rcp']),
});
