/** What came of asking: the evaluations and the answer they make together. */
import type { Received, Step } from './case-result.ts';

export interface Asked {
  readonly steps: readonly Step[];
  /** Missing where the question could not be asked. */
  readonly received?: Received;
  readonly decisive?: Step;
  /** How the requests came about, one sentence each. */
  readonly notes: readonly string[];
  /** Why the question cannot be asked as written. */
  readonly problems: readonly string[];
}

/** B20: the first step that is not allowed decides; where all are, all of their statements did. */
export function receivedFrom(steps: readonly Step[]): { readonly received?: Received; readonly decisive?: Step } {
  const failed = steps.find((step) => step.result.decision !== 'allowed');
  const decisive = failed ?? steps[0];
  if (!decisive) return {};
  const { decision, decidedBy, rule, missing, statements } = decisive.result;
  const received: Received = {
    decision,
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(rule === undefined ? {} : { rule }),
    missing,
    statements: failed ? statements : steps.flatMap((step) => step.result.statements),
  };
  return { received, decisive };
}
