/** The account file of a command: the one that is named, or the only one of the project. */
import { type Manifest, readManifest } from '../account/index.ts';
import { formatOf, readSource } from '../parse/index.ts';
import { readYaml } from '../parse/yaml.ts';
import { type Config, environmentReader, matchFiles, resolvePath } from '../workspace/index.ts';
import { type Options, text, UsageError } from './command.ts';
import type { Context } from './context.ts';
import { fromRoot } from './open-environment.ts';
import { tellDiagnostics } from './read-file.ts';

/** Undefined, and told, where it cannot be read. */
export function openAccountFile(context: Context, config: Config, options: Options): Manifest | undefined {
  const named = text(options, 'accountFile');
  const name = named === undefined ? onlyAccountFile(context, config) : fromRoot(context, named);
  const read = context.files.readText(name);
  if ('problem' in read) throw new UsageError(`\`${name}\` cannot be read: ${read.problem}`);
  const source = { name, text: read.text };
  const { node, diagnostics } = readSource(source, formatOf(name) === 'json' ? {} : { readYaml });
  if (!node) {
    tellDiagnostics(context, diagnostics);
    return undefined;
  }
  const reader = environmentReader({ ...context, sources: config.sources });
  const { manifest, diagnostics: problems } = readManifest(node, source, {
    loadPolicy: reader.store.load,
    loadEnvironment: (reference, from) => reader.read(resolvePath(reference, from.name)),
    catalog: context.catalog(),
  });
  tellDiagnostics(
    context,
    problems.filter(({ severity }) => severity === 'error'),
  );
  return manifest;
}

function onlyAccountFile({ files }: Context, config: Config): string {
  const [only, ...others] = matchFiles(files.listFiles(), config.accounts, config.exclude);
  if (only === undefined) {
    throw new UsageError(
      'the project has no account file (scenarios/*.account.yaml): write one (docs/account.md), or name it with --account-file',
    );
  }
  if (others.length > 0) {
    throw new UsageError(`which account file? name one with --account-file: ${[only, ...others].join(', ')}`);
  }
  return only;
}
