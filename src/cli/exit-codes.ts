/** What the process tells its caller. */

/**
 * 0: done. 1: the answer is no. 2: it could not be done. 130: interrupted.
 * Of an apply: 3 rolled back, the account is as before; 4 partly applied; 5 not known.
 */
export const EXIT = { done: 0, no: 1, failed: 2, rolledBack: 3, partial: 4, unknown: 5, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Stated at the end of every --help. */
export const EXIT_CODE_HELP = `
Exit codes: 0 done; 1 the answer is no; 2 it could not be done (bad flag, unreadable or broken file, nothing to check).`;

/** Stated beside them by the commands that change an account. */
export const APPLY_EXIT_CODE_HELP =
  'Of changes to an account: 1 refused, nothing was written; 3 rolled back; 4 partly applied; 5 not known; 130 interrupted.';
