/** What the workspace needs of the outside world. */

export type FileText = { readonly text: string } | { readonly problem: string };

/** Files below the project root; paths are relative to it, with `/`, and may begin with `../`. */
export interface FileSystem {
  /** The project root as a person would write it, for messages. */
  readonly root: string;
  readonly readText: (path: string) => FileText;
  /** Whole or not at all. */
  readonly writeText: (path: string, text: string) => void;
  readonly exists: (path: string) => boolean;
  /** Every file below the root, sorted; version control and installed packages are left out. */
  readonly listFiles: () => readonly string[];
}
