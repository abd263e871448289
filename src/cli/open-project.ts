/** The project of a command: its configuration and what belongs to it. */
import { type Config, openWorkspace, readConfig, type Workspace } from '../workspace/index.ts';
import type { Context } from './context.ts';
import { tellDiagnostics } from './read-file.ts';

/** Undefined, and told, where the configuration cannot be read. */
export function openConfig(context: Context): Config | undefined {
  const { config, diagnostics } = readConfig(context.files, context.config);
  if (diagnostics.length === 0) return config;
  tellDiagnostics(context, diagnostics);
  return undefined;
}

export function openProject(context: Context, config: Config, scenarios?: readonly string[]): Workspace {
  const { files, catalog } = context;
  return openWorkspace({ files, config, catalog, ...(scenarios ? { scenarios } : {}) });
}
