/** The port through which the catalog reads its data files; `host/catalog-files.ts` implements it. */
import type { CatalogUpdate } from './catalog-update.ts';
import type { CatalogFile } from './data-format.ts';

/** Reads the compiled catalog. Every call may read from disk; the catalog asks for each part once. */
export interface CatalogFiles {
  /** The bytes from `start` to before `end` of a file as text (ASCII); without them the whole file. */
  readonly text: (file: CatalogFile, start?: number, end?: number) => string;
  /** The bytes from `start` to before `end` of a file, inflated (raw deflate), as text (ASCII). */
  readonly inflate: (file: CatalogFile, start: number, end: number) => string;
  /** The services are of an update; missing where they are the program's own. */
  readonly update?: CatalogUpdate;
  /** Why an update that is there is not used. */
  readonly unused?: string;
}
