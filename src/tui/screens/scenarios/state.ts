/** What the Scenarios screen remembers. */
import type { ScenarioReport, StatementCoverage } from '../../../scenario/index.ts';

export interface ScenariosState {
  /** Entry of the list under the cursor. */
  readonly at: string;
  /** Files whose cases are not shown. */
  readonly folded: ReadonlySet<string>;
  /** Those that pass are not shown. */
  readonly failedOnly: boolean;
  /** Gap of the coverage under the cursor. */
  readonly gap: number;
  /** What the cases of a run cover; of an earlier run until that of the last one is counted. */
  readonly coverage?: { readonly of: ScenarioReport; readonly found: StatementCoverage };
}

export const scenariosState: ScenariosState = { at: '', folded: new Set(), failedOnly: false, gap: 0 };
