/** The environment of a command: the one that is named, or the only one of the project. */
import type { Environment, From } from '../environment/index.ts';
import { environmentReader, matchFiles, resolvePath } from '../workspace/index.ts';
import { type Options, text, UsageError } from './command.ts';
import type { Context } from './context.ts';
import { openConfig } from './open-project.ts';
import { tellDiagnostics } from './read-file.ts';

/** Undefined, and told, where it cannot be read. */
export function openEnvironment(context: Context, options: Options): Environment | undefined {
  const named = text(options, 'environment');
  const path = named === undefined ? onlyEnvironment(context) : fromRoot(context, named);
  if (path === undefined) return undefined;
  const { environment, diagnostics } = environmentReader({ ...context, sources: openConfig(context)?.sources }).read(
    path,
  );
  tellDiagnostics(
    context,
    diagnostics.filter(({ severity }) => severity === 'error'),
  );
  return environment;
}

function onlyEnvironment(context: Context): string | undefined {
  const config = openConfig(context);
  if (!config) return undefined;
  const [only, ...others] = matchFiles(context.files.listFiles(), config.environments, config.exclude);
  if (only === undefined) throw new UsageError('the project has no environment: name one with --environment');
  if (others.length > 0) {
    throw new UsageError(`which environment? name one with --environment: ${[only, ...others].join(', ')}`);
  }
  return only;
}

/** The path as the project's files are named: from its root. */
export function fromRoot({ host, files }: Context, path: string): string {
  const { root } = files;
  const below = host.folder.startsWith(`${root}/`) ? host.folder.slice(root.length + 1) : '';
  return resolvePath(path.startsWith('/') || below === '' ? path : `./${path}`, below === '' ? '' : `${below}/x`);
}

/** What the options say about where a call comes from. */
export function fromOf(options: Options): From {
  const [ip, vpcEndpoint] = [text(options, 'fromIp'), text(options, 'fromVpce')];
  return { ...(ip === undefined ? {} : { ip }), ...(vpcEndpoint === undefined ? {} : { vpcEndpoint }) };
}
