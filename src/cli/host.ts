/** What the command line needs of the process it runs in. */
import type { CatalogFiles } from '../catalog/index.ts';
import type { FileSystem, FileText } from '../workspace/index.ts';

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
  /** Calls back after files changed, until the process is interrupted. */
  readonly watch: (folder: string, changed: () => void) => Promise<void>;
}
