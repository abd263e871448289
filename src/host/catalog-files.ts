/** Reads the compiled catalog from the files beside the program, and from an update where there is one. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { type CatalogFile, type CatalogFiles, type CatalogUpdate, whyNotUsed } from '../catalog/index.ts';
import { reasonOf } from './reason-of.ts';

/** Where the data stands, seen from this file: the bundle, a chunk of the bundle, the sources. */
const PLACES = ['./data/', '../data/', '../catalog/data/'];

/**
 * The files of the installed package; each is read once and kept.
 *
 * @param folder where an update of the services may be; without it none is looked for
 */
export function catalogFiles(folder?: string): CatalogFiles {
  const found = folder === undefined ? {} : findUpdate(folder);
  let own: URL | undefined;
  const contents = new Map<string, Buffer>(found.contents);

  function read(file: CatalogFile): Buffer {
    const known = contents.get(file);
    if (known) return known;
    own ??= findFolder();
    const bytes = readFileSync(new URL(file, own));
    contents.set(file, bytes);
    return bytes;
  }

  return {
    text: (file, start, end) => read(file).toString('latin1', start, end),
    inflate: (file, start, end) => inflateRawSync(read(file).subarray(start, end)).toString('latin1'),
    ...(found.update ? { update: found.update } : {}),
    ...(found.unused !== undefined ? { unused: found.unused } : {}),
  };
}

function findFolder(): URL {
  const folders = PLACES.map((place) => new URL(place, import.meta.url));
  const found = folders.find((folder) => existsSync(new URL('services.jsonl', folder)));
  if (!found)
    throw new Error(`the catalog data is missing: looked in ${folders.map((one) => fileURLToPath(one)).join(', ')}`);
  return found;
}

interface Found {
  readonly update?: CatalogUpdate;
  readonly contents?: [string, Buffer][];
  readonly unused?: string;
}

/** Whole and unharmed, or not at all. */
function findUpdate(folder: string): Found {
  const description = join(folder, 'update.json');
  if (!existsSync(description)) return {};
  try {
    const update = JSON.parse(readFileSync(description, 'utf8')) as CatalogUpdate;
    const unused = whyNotUsed(update);
    if (unused !== undefined) return { unused };
    const contents = (['services.json', 'services.jsonl'] as const).map((file): [string, Buffer] => {
      const bytes = readFileSync(join(folder, file));
      if (hashOf(bytes) !== update.hashes[file]) throw new Error(`${file} is not what was fetched`);
      return [file, bytes];
    });
    return { update, contents };
  } catch (error) {
    return { unused: `it is damaged: ${reasonOf(error)}` };
  }
}

export function hashOf(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
