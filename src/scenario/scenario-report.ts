/** What a run of scenario files came to. */
import type { SourceText } from '../language/index.ts';
import type { CaseResult, CaseStatus } from './case-result.ts';
import type { StatementCoverage } from './coverage.ts';

export interface FileResult {
  readonly source: SourceText;
  readonly description?: string;
  /** In the order of the file; cases that were filtered away are not here. */
  readonly results: readonly CaseResult[];
}

/** How many cases of each status. */
export type Totals = Readonly<Record<CaseStatus, number>> & { readonly cases: number };

export interface ScenarioReport {
  readonly files: readonly FileResult[];
  readonly totals: Totals;
  /** Cases that the filter or `only` kept from running. */
  readonly notSelected: number;
  /** Cases marked `only`: while there are some, no others run. */
  readonly onlyCases: readonly string[];
  /** Nothing was selected: a run that proves nothing. */
  readonly empty: boolean;
  /** Worked out for whoever looks: it takes every trace as a whole. */
  readonly coverage: StatementCoverage;
}
