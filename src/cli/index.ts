/** The command line over ports: words in, exit code out. */
export type { ChunkAnswer, LineChunk, LineJob } from './bulk/line-job.ts';
export { EXIT, type ExitCode } from './exit-codes.ts';
export type { ByteSource, CatalogStore, ChangedFiles, Draft, FilesAt, Host, StateStore, Workers } from './host.ts';
export { main } from './main.ts';
export { UsageError } from './usage-error.ts';
