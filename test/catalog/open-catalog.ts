/** The committed catalog, opened once for all tests of a file. */
import { openCatalog } from '../../src/catalog/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';

export const catalog = openCatalog(catalogFiles());
