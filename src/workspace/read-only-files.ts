/** Files as somebody else has them, git at a ref for one: read and never written. */
import type { FileSystem } from './ports.ts';

/** @param missing what is wrong with a path that is not there */
export function readOnlyFiles(root: string, texts: ReadonlyMap<string, string>, missing: string): FileSystem {
  return {
    root,
    readText: (path) => {
      const text = texts.get(path);
      return text === undefined ? { problem: missing } : { text };
    },
    writeText: () => {
      throw new Error('these files are only read');
    },
    exists: (path) => texts.has(path),
    listFiles: () => [...texts.keys()].sort(),
  };
}
