/** M07: a policy that does not allow an action explicitly denies it. */
import { defineMisconception } from '../misconception.ts';

export const missingAllowIsExplicit = defineMisconception({
  code: 'M07',
  belief: 'a policy that does not allow an action explicitly denies it',
  correction:
    'Without an Allow the denial is implicit; explicit is only a Deny statement that applies. The difference matters: an implicit deny ends with an Allow, an explicit one does not.',
  rule: 'E1',
  page: 'The difference between explicit and implicit denies',
  concludes: ({ decision, decidedBy }) =>
    decision === 'implicitDeny' && decidedBy !== undefined && decidedBy !== 'service-rule'
      ? { decision: 'explicitDeny', decidedBy, missing: [] }
      : undefined,
});
