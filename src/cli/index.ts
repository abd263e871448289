/** The command line over ports: words in, exit code out. */

export { EXIT, type ExitCode } from './exit-codes.ts';
export type { ChangedFiles, Host } from './host.ts';
export { main } from './main.ts';
export { UsageError } from './usage-error.ts';
