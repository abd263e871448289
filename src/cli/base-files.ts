/** The project as it is at a git ref, or in another folder: what something is compared with. */
import { type FileSystem, readOnlyFiles } from '../workspace/index.ts';
import type { Host } from './host.ts';

/** @param base a folder where there is one of that name, else a ref of git */
export async function baseFiles(
  host: Host,
  files: FileSystem,
  base: string,
): Promise<FileSystem | { readonly problem: string }> {
  const folder = /[\\/]|^\.\.?$/.test(base) ? host.openFiles(base) : undefined;
  if (folder && folder.listFiles().length > 0) return folder;
  return filesAtRef(host, files, base);
}

export async function filesAtRef(
  host: Host,
  files: FileSystem,
  ref: string,
): Promise<FileSystem | { readonly problem: string }> {
  if (ref.startsWith('-')) return { problem: `\`${ref}\` is no git ref` };
  const at = await host.filesAt(files.root, ref);
  if ('problem' in at) return { problem: `git cannot show \`${ref}\`: ${at.problem}` };
  return readOnlyFiles(files.root, at.files, `git has no such file at ${ref}`);
}
