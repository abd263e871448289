/** What the process tells its caller. */

/** 0: done. 1: the answer is no. 2: it could not be done. 130: interrupted. */
export const EXIT = { done: 0, no: 1, failed: 2, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Stated at the end of every --help. */
export const EXIT_CODE_HELP = `
Exit codes: 0 done; 1 the answer is no; 2 it could not be done (bad flag, unreadable or broken file, nothing to check).`;
