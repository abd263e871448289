/** What the Decision screen remembers. */
import type { Answered } from '../../project/project.ts';
import type { Change } from './what-if.ts';

export interface DecisionState {
  /** Evaluation that is looked at, of a chain or of several calls; the one that decided without. */
  readonly step?: number;
  /** Place in the flow under the cursor; where the decision was made without. */
  readonly place?: string;
  readonly statement: number;
  /** Entry of the what-if panel under the cursor. */
  readonly entry: number;
  /** What is supposed to be otherwise, of one answer: another answer begins anew. */
  readonly supposed?: { readonly of: Answered; readonly changes: readonly Change[] };
}

export const decisionState: DecisionState = { statement: 0, entry: 0 };
