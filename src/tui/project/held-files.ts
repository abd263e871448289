/** The files of the project as they were last read: asked again and again, read once. */
import type { FileSystem, FileText } from '../../workspace/index.ts';
import type { Edit } from './project.ts';

export interface HeldFiles extends FileSystem {
  /** These, and which files there are, are read anew when next asked for. */
  readonly forget: (paths: readonly string[]) => void;
}

export function holdFiles(files: FileSystem): HeldFiles {
  const texts = new Map<string, FileText>();
  let list: readonly string[] | undefined;
  return {
    root: files.root,
    readText: (path) => {
      const held = texts.get(path) ?? files.readText(path);
      texts.set(path, held);
      return held;
    },
    writeText: (path, text) => {
      files.writeText(path, text);
      if (!texts.has(path)) list = undefined;
      texts.set(path, { text });
    },
    exists: (path) => files.exists(path),
    listFiles: () => {
      list ??= files.listFiles();
      return list;
    },
    forget: (paths) => {
      list = undefined;
      for (const path of paths) texts.delete(path);
    },
  };
}

/** The files with unsaved texts in the place of theirs. */
export function withEdits(files: FileSystem, edits: ReadonlyMap<string, Edit>): FileSystem {
  if (edits.size === 0) return files;
  return {
    ...files,
    readText: (path) => {
      const edit = edits.get(path);
      return edit ? { text: edit.text } : files.readText(path);
    },
    exists: (path) => edits.has(path) || files.exists(path),
    // A file that is written for the first time is on no disk yet.
    listFiles: () => {
      const all = files.listFiles();
      const fresh = [...edits.keys()].filter((path) => !files.exists(path));
      return fresh.length === 0 ? all : [...all, ...fresh].sort();
    },
  };
}
