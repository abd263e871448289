/** What git knows of the files of a project. */
import { spawnSync } from 'node:child_process';
import type { ChangedFiles, FilesAt } from '../cli/index.ts';

/**
 * Files below a folder that differ from where its branch left the ref, and files that git does not know yet; relative to
 * the folder. Deleted ones are left out.
 */
export function changedFiles(folder: string, ref: string): ChangedFiles {
  const base = git(folder, ['merge-base', ref, 'HEAD']);
  if ('problem' in base) return base;
  const changed = git(folder, ['diff', '--name-only', '--relative', '--diff-filter=d', '-z', base.text.trim(), '--']);
  if ('problem' in changed) return changed;
  const unknown = git(folder, ['ls-files', '--others', '--exclude-standard', '-z']);
  if ('problem' in unknown) return unknown;
  return { files: `${changed.text}${unknown.text}`.split('\0').filter((name) => name !== '') };
}

/** The files of a folder as they are at a ref: names relative to the folder, with their texts. Only those with an ending of policies. */
export function filesAt(folder: string, ref: string): FilesAt {
  const listed = git(folder, ['ls-tree', '-r', '--name-only', '-z', ref, '--', '.']);
  if ('problem' in listed) return listed;
  const files = new Map<string, string>();
  for (const name of listed.text.split('\0').filter((one) => /\.(?:json|ya?ml)$/i.test(one))) {
    const shown = git(folder, ['show', `${ref}:./${name}`]);
    if ('problem' in shown) return shown;
    files.set(name, shown.text);
  }
  return { files };
}

function git(folder: string, words: readonly string[]): { readonly text: string } | { readonly problem: string } {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const { status, stdout, stderr, error } = spawnSync('git', words, options);
  if (error) return { problem: error.message };
  if (status === 0) return { text: stdout };
  const [line] = stderr.trim().split('\n');
  return { problem: line || 'it has no commit in common with HEAD (a shallow clone?)' };
}
