/** Files of the machine, as the workspace's port. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { FileSystem, FileText } from '../workspace/index.ts';
import { openDraft } from './draft.ts';
import { reasonOf } from './reason-of.ts';

const LEFT_OUT = new Set(['node_modules', '.git', 'dist', 'coverage']);

export function fileSystem(root: string): FileSystem {
  const absolute = (path: string) => resolve(root, path);
  return {
    root,
    readText: (path) => readText(absolute(path)),
    writeText: (path, text) => {
      const draft = openDraft(absolute(path));
      draft.write(text);
      draft.commit();
    },
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

function* listBelow(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(resolve(root, folder || '.'), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) yield* listBelow(root, path);
    else if (entry.isFile()) yield path.split(sep).join('/');
  }
}
