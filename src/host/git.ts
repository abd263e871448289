/** What git knows of the files of a project. */
import { spawnSync } from 'node:child_process';
import type { ChangedFiles } from '../cli/index.ts';

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

function git(folder: string, words: readonly string[]): { readonly text: string } | { readonly problem: string } {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const { status, stdout, stderr, error } = spawnSync('git', words, options);
  if (error) return { problem: error.message };
  if (status === 0) return { text: stdout };
  const [line] = stderr.trim().split('\n');
  return { problem: line || 'it has no commit in common with HEAD (a shallow clone?)' };
}
