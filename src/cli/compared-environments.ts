/** Which environments `iamproof compare` holds against each other: two files, or one and a git ref. */
import type { Environment } from '../environment/index.ts';
import type { AccessDifference } from '../query/index.ts';
import { coveringCases } from '../query/index.ts';
import { runScenarios } from '../scenario/index.ts';
import { type Config, environmentReader, type FileSystem, matchFiles } from '../workspace/index.ts';
import { filesAtRef } from './base-files.ts';
import { type Options, text, UsageError } from './command.ts';
import type { Context } from './context.ts';
import { fromRoot } from './open-environment.ts';
import { openScenarios } from './open-project.ts';
import { tellDiagnostics } from './read-file.ts';

export interface ComparedEnvironments {
  /** Of the later one, from the project's root. */
  readonly name: string;
  readonly before: Environment;
  readonly after: Environment;
}

/** True where the paths name environments and no policies. */
export function areEnvironments(context: Context, config: Config, paths: readonly string[]): boolean {
  const own = new Set(matchFiles(context.files.listFiles(), config.environments, config.exclude));
  const isOne = (path: string) => /\.environment\.(?:ya?ml|json)$/i.test(path) || own.has(fromRoot(context, path));
  const found = paths.filter(isOne);
  if (found.length > 0 && found.length < paths.length) {
    throw new UsageError('an environment and a policy cannot be compared; name two of a kind');
  }
  return found.length > 0;
}

/** Undefined, and told, where one of them cannot be read. */
export async function comparedEnvironments(
  context: Context,
  config: Config,
  paths: readonly string[],
  options: Options,
): Promise<ComparedEnvironments | undefined> {
  const base = text(options, 'base');
  const [first = '', second = ''] = paths;
  if (paths.length !== (base === undefined ? 2 : 1)) {
    throw new UsageError('name two environments, or one and --base <ref>');
  }
  const name = fromRoot(context, base === undefined ? second : first);
  const after = readIn(context, context.files, config, name);
  const before =
    base === undefined
      ? readIn(context, context.files, config, fromRoot(context, first))
      : readIn(context, await filesOf(context, base), config, name);
  return before && after && { name, before, after };
}

function readIn(context: Context, files: FileSystem, config: Config, path: string): Environment | undefined {
  const reader = environmentReader({ files, catalog: context.catalog, sources: config.sources });
  const { environment, diagnostics } = reader.read(path);
  tellDiagnostics(
    context,
    diagnostics.filter(({ severity }) => severity === 'error'),
  );
  return environment;
}

async function filesOf({ host, files }: Context, ref: string): Promise<FileSystem> {
  const found = await filesAtRef(host, files, ref);
  if ('problem' in found) throw new UsageError(found.problem);
  return found;
}

/** By difference, the cases of the project's scenarios that try such a request and find it allowed. */
export function coverageBy(
  context: Context,
  config: Config,
  { name, after }: ComparedEnvironments,
): (difference: AccessDifference) => readonly string[] {
  const { scenarioFiles } = openScenarios(context, config);
  const own = scenarioFiles.filter(({ environment }) => environment.source.name === name);
  const results = runScenarios(own, { settings: config.settings }).files.flatMap((file) => file.results);
  return coveringCases(after, results);
}
