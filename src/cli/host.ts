/** What the command line needs of the process it runs in. */
import type { CatalogFiles } from '../catalog/index.ts';
import type { FileSystem, FileText } from '../workspace/index.ts';

/** Paths relative to the folder that was asked about. */
export type ChangedFiles = { readonly files: readonly string[] } | { readonly problem: string };

export interface Host {
  readonly version: string;
  /** Where the command was called. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The day, `2026-11-23`. */
  readonly today: () => string;
  readonly terminal: {
    readonly stdoutIsTerminal: boolean;
    readonly stderrIsTerminal: boolean;
    readonly stdinIsTerminal: boolean;
  };
  /** To standard output: results only. */
  readonly write: (text: string) => void;
  /** To standard error: notes and errors. */
  readonly tell: (text: string) => void;
  readonly readStandardInput: () => FileText;
  readonly findProjectRoot: (folder: string) => string;
  readonly openFiles: (root: string) => FileSystem;
  readonly openCatalogFiles: () => CatalogFiles;
  /** Files below a folder that differ from a git ref. */
  readonly changedFiles: (folder: string, ref: string) => Promise<ChangedFiles>;
  /** Calls back after files changed, until the process is interrupted. */
  readonly watch: (folder: string, changed: () => void) => Promise<void>;
}
