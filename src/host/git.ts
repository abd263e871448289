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
  const listed = git(folder, ['ls-tree', '-r', '-z', ref, '--', '.']);
  if ('problem' in listed) return listed;
  const entries = listed.text.split('\0').flatMap((line) => {
    const [, id, name] = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    return id !== undefined && name !== undefined && /\.(?:json|ya?ml)$/i.test(name) ? { id, name } : [];
  });
  const texts = textsOf(
    folder,
    entries.map(({ id }) => id),
  );
  if ('problem' in texts) return texts;
  return { files: new Map(entries.map(({ name }, index) => [name, texts.texts[index] ?? ''])) };
}

/** One process for all, however many there are. */
function textsOf(
  folder: string,
  ids: readonly string[],
): { readonly texts: readonly string[] } | { readonly problem: string } {
  if (ids.length === 0) return { texts: [] };
  const options = { cwd: folder, input: `${ids.join('\n')}\n`, maxBuffer: 1 << 28 };
  const { status, stdout, error } = spawnSync('git', ['cat-file', '--batch'], options);
  if (error || status !== 0) return { problem: error?.message ?? 'its files cannot be read' };
  const texts: string[] = [];
  let at = 0;
  for (const _ of ids) {
    const end = stdout.indexOf('\n', at);
    const size = Number(stdout.toString('utf8', at, end).split(' ')[2]);
    if (!Number.isInteger(size)) return { problem: 'its files cannot be read' };
    texts.push(stdout.toString('utf8', end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return { texts };
}

function git(folder: string, words: readonly string[]): { readonly text: string } | { readonly problem: string } {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const { status, stdout, stderr, error } = spawnSync('git', words, options);
  if (error) return { problem: error.message };
  if (status === 0) return { text: stdout };
  const [line] = stderr.trim().split('\n');
  return { problem: line || 'it has no commit in common with HEAD (a shallow clone?)' };
}
