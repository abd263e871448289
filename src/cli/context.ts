/** What a command works with: ports, and the choices that all commands share. */
import { type Catalog, openCatalog } from '../catalog/index.ts';
import type { Paint } from '../report/paint.ts';
import type { FileSystem } from '../workspace/index.ts';
import type { Host } from './host.ts';

export interface Context {
  readonly host: Host;
  readonly files: FileSystem;
  /** Opened when first asked for. */
  readonly catalog: () => Catalog;
  readonly paint: Paint;
  /** No marks beyond ASCII. */
  readonly ascii: boolean;
  /** The configuration that was named, if any. */
  readonly config: string | undefined;
  readonly quiet: boolean;
  /** Sends the result to standard output or to the file of `-o`. */
  readonly output: (text: string) => void;
  /** Takes back what went to the file of `-o`. */
  readonly discardOutput: () => void;
}

export function lazyCatalog(host: Host): () => Catalog {
  let catalog: Catalog | undefined;
  return () => {
    if (catalog) return catalog;
    const files = host.openCatalogFiles();
    if (files.unused !== undefined) host.tell(`note: the update of the AWS data is not used: ${files.unused}\n`);
    catalog = openCatalog(files);
    return catalog;
  };
}
