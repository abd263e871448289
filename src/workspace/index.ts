/** Which files belong together, and what they say. */
export { withIgnoreRule } from './add-ignore.ts';
export { type Config, readConfig } from './config.ts';
export { FIRST_PROJECT } from './first-project.ts';
export { lintPorts } from './lint-ports.ts';
export { matchFiles } from './match-files.ts';
export { environmentReader, openInvariants, openWorkspace, type Workspace, workspaceSteps } from './open-workspace.ts';
export { resolvePath } from './paths.ts';
export { type PolicyFile, policyFilesOf } from './policy-files.ts';
export type { FileSystem, FileText } from './ports.ts';
export { NOT_IN_A_DUMP, type PulledProject, pulledProject } from './pull/pulled-project.ts';
export { readOnlyFiles } from './read-only-files.ts';
export { readMarkdown } from './sources/markdown-blocks.ts';
export { readSourceFile } from './sources/read-source-file.ts';
export { readSourceYaml } from './sources/read-source-yaml.ts';
export { type WorkspaceMemory, workspaceMemory } from './workspace-memory.ts';
