/** Files of the machine, as the workspace's port. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { UsageError } from '../cli/index.ts';
import type { FileSystem, FileText } from '../workspace/index.ts';

const LEFT_OUT = new Set(['node_modules', '.git', 'dist', 'coverage']);

export function fileSystem(root: string): FileSystem {
  const absolute = (path: string) => resolve(root, path);
  return {
    root,
    readText: (path) => readText(absolute(path)),
    writeText: (path, text) => writeWhole(absolute(path), text),
    exists: (path) => existsSync(absolute(path)),
    listFiles: () => [...listBelow(root, '')].sort(),
  };
}

function readText(path: string): FileText {
  try {
    const bytes = readFileSync(path);
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  ENOTDIR: 'part of its path is a file',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8',
};

export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

/**
 * A file is written beside its place and then moved there, so that a reader never meets half of it. What is no plain
 * file (a device such as /dev/null, a pipe) is written to: moving would replace it. A link is followed, not replaced.
 */
function writeWhole(path: string, text: string): void {
  try {
    const place = existsSync(path) ? realpathSync(path) : path;
    const before = statSync(place, { throwIfNoEntry: false });
    if (before && !before.isFile()) writeFileSync(place, text);
    else moveInto(place, text, before?.mode ?? 0o644);
  } catch (error) {
    throw new UsageError(`\`${path}\` cannot be written: ${reasonOf(error)}`);
  }
}

function moveInto(path: string, text: string, mode: number): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text, { mode });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function* listBelow(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(resolve(root, folder || '.'), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) yield* listBelow(root, path);
    else if (entry.isFile()) yield path.split(sep).join('/');
  }
}
