/** Appends to a file so that it survives whatever happens next. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../cli/index.ts';
import { reasonOf } from './reason-of.ts';

export function appendToDisk(path: string, text: string): void {
  try {
    const isNew = !existsSync(path);
    mkdirSync(dirname(path), { recursive: true });
    synced(openSync(path, 'a', 0o600), text);
    // The name of a new file is part of its folder.
    if (isNew && process.platform !== 'win32') synced(openSync(dirname(path), 'r'));
  } catch (error) {
    throw new UsageError(`\`${path}\` cannot be written: ${reasonOf(error)}`);
  }
}

function synced(descriptor: number, text?: string): void {
  try {
    if (text !== undefined) writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
