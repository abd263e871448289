/** What the Chains screen remembers. */
import type { Environment } from '../../../environment/index.ts';
import type { AccessRow, Reached, ReachStep } from '../../../query/index.ts';

export interface ChainsState {
  /** Who begins; whoever makes the current request without. */
  readonly start?: string;
  /** Entry of the tree under the cursor. */
  readonly at: number;
  /** Call of the hop under the cursor. */
  readonly step: number;
  /** Only ways to an administrator are shown. */
  readonly adminOnly: boolean;
  readonly ways?: Ways;
  /** The call under the cursor, worked out. */
  readonly look?: { readonly of: ReachStep; readonly found: AccessRow };
}

/** Where somebody gets to in an environment. */
export interface Ways {
  readonly environment: Environment;
  readonly start: string;
  /** Empty, with a problem, where nobody is called so. */
  readonly found: readonly Reached[];
  readonly problem?: string;
}

export const chainsState: ChainsState = { at: 0, step: 0, adminOnly: false };
