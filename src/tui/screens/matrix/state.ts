/** What the Matrix screen remembers. */
import type { Environment } from '../../../environment/index.ts';
import type { Access, AccessRow } from '../../../query/index.ts';

export interface MatrixState {
  /** File of the environment; that of the current request without. */
  readonly environment?: string;
  /** ARN; that of the current request without. */
  readonly resource?: string;
  /** Actions and patterns of actions with spaces between; those that fit the resource without. */
  readonly actions?: string;
  /** What it is compared with: a git ref or a folder. */
  readonly base?: string;
  readonly changedOnly: boolean;
  readonly row: number;
  readonly column: number;
  readonly grid?: Grid;
  /** Why there is none, and of which question. */
  readonly problem?: { readonly of: readonly unknown[]; readonly text: string };
  /** The cell under the cursor, worked out. */
  readonly cell?: { readonly of: Grid; readonly name: string; readonly action: string; readonly found: AccessRow };
}

/** What was asked, to tell whether the answer is still to the question. */
export interface Asked {
  readonly environment: Environment;
  readonly resource: string;
  readonly actions: readonly string[];
  readonly base: string | undefined;
}

/** `explicit` and `implicit` denies; `conditional`: it depends on what the question leaves open. */
export type Cell = 'allowed' | 'conditional' | 'explicit' | 'implicit';

export interface Grid {
  readonly asked: Asked;
  /** How everybody is called who may ask, or could at the base. */
  readonly names: readonly string[];
  /** One for each action. */
  readonly columns: readonly Column[];
}

export interface Column {
  readonly action: string;
  readonly access: Access;
  /** By name of the asker; missing for those who could not be asked about here. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** The same at the base, where one was named. */
  readonly before?: ReadonlyMap<string, Cell>;
}

export const matrixState: MatrixState = { changedOnly: false, row: 0, column: 0 };
