/** Which files `iamproof lint` looks at, and what type each is said to have. */
import type { PolicyType } from '../language/index.ts';
import { POLICY_TYPES } from '../language/policy-types/index.ts';
import type { LintInput } from '../lint/index.ts';
import { type Config, matchFiles, policyFilesOf, resolvePath } from '../workspace/index.ts';
import { type Options, text, UsageError } from './command.ts';
import type { Context } from './context.ts';
import { readNamedFile } from './read-file.ts';

export interface LintInputs {
  /** Read one by one, so that only one file is in memory. */
  readonly inputs: Iterable<LintInput>;
  /** For standard error. */
  readonly notes: string[];
}

const READABLE = /\.(?:json|ya?ml)$/i;

export function gatherInputs(context: Context, config: Config, paths: readonly string[], options: Options): LintInputs {
  const given = typeOption(options);
  const notes: string[] = [];
  const typeOf = (path: string) => given ?? typeByConfig(config, path);
  function* inputs(): Generator<LintInput> {
    for (const path of paths.length === 0 ? ['.'] : paths) {
      if (path === '-') yield standardInput(context, options, typeOf);
      else yield* namedPath(context, config, path, { typeOf, notes });
    }
  }
  return { inputs: inputs(), notes };
}

/** The policy files of the configuration, each as the type that it is listed under. */
export function* projectInputs({ files }: Context, config: Config): Generator<LintInput> {
  for (const { path: name, type } of policyFilesOf(files.listFiles(), config)) {
    const read = files.readText(name);
    if ('text' in read) yield { source: { name, text: read.text }, type };
  }
}

export function typeOption(options: Options): PolicyType | undefined {
  const given = text(options, 'policyType');
  if (given === undefined) return undefined;
  const type = (Object.keys(POLICY_TYPES) as PolicyType[]).find((one) => one === given);
  if (!type) {
    throw new UsageError(`there is no policy type \`${given}\`; types are ${Object.keys(POLICY_TYPES).join(', ')}`);
  }
  return type;
}

/** The type whose patterns of the configuration name the file. */
export function typeByConfig({ policies }: Config, path: string): PolicyType | undefined {
  return (Object.keys(policies) as PolicyType[]).find((type) => matchFiles([path], policies[type], []).length > 0);
}

type TypeOf = (path: string) => PolicyType | undefined;

function standardInput(context: Context, options: Options, typeOf: TypeOf): LintInput {
  const { text: content } = readNamedFile(context, '-');
  const name = text(options, 'stdinFilename') ?? '<stdin>';
  return withType({ source: { name, text: content }, isStandardInput: true }, typeOf(name));
}

function withType(input: LintInput, type: PolicyType | undefined): LintInput {
  return type ? { ...input, type } : input;
}

interface Walk {
  readonly typeOf: TypeOf;
  readonly notes: string[];
}

/** A file, or every readable file below a folder. */
function* namedPath(context: Context, config: Config, path: string, walk: Walk): Generator<LintInput> {
  const { host } = context;
  const own = host.openFiles(host.folder);
  const below = filesBelow(context, path);
  if (below === undefined) {
    const read = own.readText(path);
    if ('problem' in read) throw new UsageError(`\`${path}\` cannot be read: ${read.problem}`);
    const name = fromRoot(context, path);
    yield withType({ source: { name, text: read.text } }, walk.typeOf(name));
    return;
  }
  // A folder that is left out as a whole is meant where somebody names it.
  const included = matchFiles(below, ['**'], config.exclude);
  const left = included.length > 0 || fromRoot(context, path) === '' ? included : below;
  if (left.length < below.length) walk.notes.push(`${below.length - left.length} files below ${path} are excluded`);
  for (const name of left) {
    const read = context.files.readText(name);
    if ('problem' in read) walk.notes.push(`\`${name}\` cannot be read: ${read.problem}`);
    else yield withType({ source: { name, text: read.text }, walked: true }, walk.typeOf(name));
  }
}

/** Paths relative to the project, or undefined where the path is no folder. */
function filesBelow({ host, files }: Context, path: string): string[] | undefined {
  const all = files.listFiles();
  const folder = fromRoot({ host, files }, path);
  const prefix = folder === '' ? '' : `${folder}/`;
  const below = all.filter((name) => name.startsWith(prefix));
  if (folder !== '' && (below.length === 0 || all.includes(folder))) return undefined;
  return below.filter((name) => READABLE.test(name));
}

/** A path as typed, seen from the project's root. */
function fromRoot({ host, files }: Pick<Context, 'host' | 'files'>, path: string): string {
  const here = host.folder.startsWith(files.root) ? host.folder.slice(files.root.length + 1) : '';
  const absolute = path.startsWith('/') && path.startsWith(`${files.root}/`) ? path.slice(files.root.length + 1) : path;
  if (absolute.startsWith('/')) return path;
  return resolvePath(`./${absolute}`, here === '' ? '' : `${here}/x`);
}
