/** Finds the root of the project that a folder belongs to. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CONFIG_NAMES } from '../workspace/config-names.ts';

/** The nearest folder upwards with a configuration, but not above the git root; without one, the folder itself. */
export function findProjectRoot(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (CONFIG_NAMES.some((name) => existsSync(join(at, name)))) return at;
    if (existsSync(join(at, '.git')) || dirname(at) === at) return folder;
  }
}
