/** What the Findings screen remembers. */
import type { Severity } from '../../../language/index.ts';

export interface FindingsState {
  /** Entry of the list under the cursor. */
  readonly at: number;
  readonly by: 'severity' | 'file' | 'check';
  /** Only this one and those that are graver; all without. */
  readonly least?: Severity;
  /** Texts before each fix that was made here, the newest last. */
  readonly before: readonly ReadonlyMap<string, string>[];
}

export const findingsState: FindingsState = { at: 0, by: 'severity', before: [] };
