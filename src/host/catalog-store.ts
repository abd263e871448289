/** Where an update of the catalog is kept, and how it is put there: all of it or nothing. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type CatalogUpdate, DATA_FORMAT } from '../catalog/index.ts';
import { type CatalogStore, UsageError } from '../cli/index.ts';
import { hashOf } from './catalog-files.ts';
import { reasonOf } from './reason-of.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** IAMPROOF_CATALOG: a folder, or `bundled` for the program's own data; else a folder below the user's cache. */
export function catalogFolder({ IAMPROOF_CATALOG: named, XDG_CACHE_HOME, LOCALAPPDATA }: Environment) {
  if (named === 'bundled') return undefined;
  if (named) return resolve(named);
  return join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'iamproof', 'catalog');
}

export function catalogStore(folder: string): CatalogStore {
  return {
    folder,
    write: ({ index, lines, date, from }) => {
      const hashes = { 'services.json': hashOf(index), 'services.jsonl': hashOf(lines) };
      const update: CatalogUpdate = { format: DATA_FORMAT, date, from, hashes };
      attempt(folder, () => {
        mkdirSync(dirname(folder), { recursive: true });
        const beside = mkdtempSync(`${folder}-`);
        try {
          writeFileSync(join(beside, 'services.json'), index);
          writeFileSync(join(beside, 'services.jsonl'), lines);
          writeFileSync(join(beside, 'update.json'), `${JSON.stringify(update, null, 2)}\n`);
          rmSync(folder, { recursive: true, force: true });
          renameSync(beside, folder);
        } finally {
          rmSync(beside, { recursive: true, force: true });
        }
      });
    },
    remove: () => {
      const isThere = existsSync(join(folder, 'update.json'));
      if (isThere) attempt(folder, () => rmSync(folder, { recursive: true, force: true }));
      return isThere;
    },
  };
}

function attempt(folder: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    throw new UsageError(`\`${folder}\` cannot be written: ${reasonOf(error)}`);
  }
}
