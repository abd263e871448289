/** The project of a command: its configuration and what belongs to it. */
import {
  type Config,
  matchFiles,
  openInvariants,
  openWorkspace,
  readConfig,
  type Workspace,
} from '../workspace/index.ts';
import type { Context } from './context.ts';
import { tellDiagnostics } from './read-file.ts';

/** Undefined, and told, where the configuration cannot be read. */
export function openConfig(context: Context): Config | undefined {
  const { config, diagnostics } = readConfig(context.files, context.config);
  if (diagnostics.length === 0) return config;
  tellDiagnostics(context, diagnostics);
  return undefined;
}

/** Everything that belongs to the project. */
export function openProject({ files, catalog }: Context, config: Config): Workspace {
  return openWorkspace({ files, config, catalog });
}

/** Scenario files with what they need: those given, or those of the configuration. */
export function openScenarios({ files, catalog }: Context, config: Config, paths?: readonly string[]): Workspace {
  return openWorkspace({ files, config, catalog, scenariosOnly: true, ...(paths ? { scenarios: paths } : {}) });
}

/** Invariants files with what they need: those given, or those of the configuration. */
export function openClaims({ files, catalog }: Context, config: Config, paths?: readonly string[]) {
  const found = paths ?? matchFiles(files.listFiles(), config.invariants, config.exclude);
  return { ...openInvariants({ files, config, catalog }, found), count: found.length };
}
