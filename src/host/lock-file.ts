/** A file that one process has at a time: it holds the id of the process, so that a dead one does not keep it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../cli/index.ts';
import { reasonOf } from './reason-of.ts';

export function lockFile(path: string): (() => void) | { readonly holder: number } {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (!take(path)) {
      const holder = Number(readFileSync(path, 'utf8'));
      if (isAlive(holder)) return { holder };
      rmSync(path, { force: true });
      if (!take(path)) return { holder: Number(readFileSync(path, 'utf8')) };
    }
  } catch (error) {
    throw new UsageError(`\`${path}\` cannot be written: ${reasonOf(error)}`);
  }
  return () => rmSync(path, { force: true });
}

/** False where it is there already. */
function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // It is there, but somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
