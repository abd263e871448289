/** Reads the compiled catalog from the files beside the program. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import type { CatalogFile, CatalogFiles } from '../catalog/index.ts';

/** Where the data stands, seen from this file: the bundle, a chunk of the bundle, the sources. */
const PLACES = ['./data/', '../data/', '../catalog/data/'];

/** The files of the installed package; each is read once and kept. */
export function catalogFiles(): CatalogFiles {
  let folder: URL | undefined;
  const contents = new Map<CatalogFile, Buffer>();

  function read(file: CatalogFile): Buffer {
    const known = contents.get(file);
    if (known) return known;
    folder ??= findFolder();
    const bytes = readFileSync(new URL(file, folder));
    contents.set(file, bytes);
    return bytes;
  }

  return {
    text: (file, start, end) => read(file).toString('latin1', start, end),
    inflate: (file, start, end) => inflateRawSync(read(file).subarray(start, end)).toString('latin1'),
  };
}

function findFolder(): URL {
  const folders = PLACES.map((place) => new URL(place, import.meta.url));
  const found = folders.find((folder) => existsSync(new URL('services.jsonl', folder)));
  if (!found)
    throw new Error(`the catalog data is missing: looked in ${folders.map((one) => fileURLToPath(one)).join(', ')}`);
  return found;
}
