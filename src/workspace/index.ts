/** Which files belong together, and what they say. */
export { type Config, readConfig } from './config.ts';
export { matchFiles } from './match-files.ts';
export { environmentReader, openInvariants, openWorkspace, type Workspace } from './open-workspace.ts';
export { resolvePath } from './paths.ts';
export type { FileSystem, FileText } from './ports.ts';
export { readMarkdown } from './sources/markdown-blocks.ts';
export { readSourceFile } from './sources/read-source-file.ts';
export { readSourceYaml } from './sources/read-source-yaml.ts';
