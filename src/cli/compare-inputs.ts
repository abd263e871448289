/** Which policies `iamproof compare` holds against each other: two files, two folders, or a folder and a git ref. */
import type { Policy, PolicyType, SourceText } from '../language/index.ts';
import { type Config, resolvePath } from '../workspace/index.ts';
import { type Options, text, UsageError } from './command.ts';
import type { Context } from './context.ts';
import { typeByConfig, typeOption } from './lint-inputs.ts';
import { readPolicyFile } from './read-policy-file.ts';

/** Policies before and after; there are none where a file is new or gone. */
export interface Pair {
  readonly name: string;
  readonly type: PolicyType;
  readonly before: readonly Policy[];
  readonly after: readonly Policy[];
}

/** Undefined, and told, where a file cannot be read as a policy. */
export async function comparedPairs(
  context: Context,
  config: Config,
  paths: readonly string[],
  options: Options,
): Promise<readonly Pair[] | undefined> {
  const base = text(options, 'base');
  const [first, second] = paths;
  if (base !== undefined ? paths.length > 1 : paths.length !== 2) {
    throw new UsageError('name two files or folders, or one and --base <ref>');
  }
  const old = base === undefined ? textsBelow(context, first ?? '.') : await textsAt(context, first ?? '.', base);
  const now = textsBelow(context, (base === undefined ? second : first) ?? '.');
  if (old.size === 0 && now.size === 0) throw new UsageError('there is no policy on either side');
  const isFile = old.has('') || now.has('');
  if (isFile && old.has('') !== now.has('') && base === undefined) {
    throw new UsageError('a file and a folder cannot be compared; name two of a kind');
  }
  const isUnited = base === undefined && !isFile;
  const pairs: Pair[] = [];
  for (const name of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [before, after] = [old.get(name), now.get(name)];
    // What one file no longer says another one may.
    if (before?.text === after?.text && !isUnited) continue;
    const given = typeOption(options) ?? typeByConfig(config, (after ?? before)?.name ?? name);
    const reads = [];
    for (const source of [before, after]) reads.push(source && (await readPolicyFile(context, source, given)));
    const [was, is] = reads;
    if ((before && !was) || (after && !is)) return undefined;
    const type = given ?? is?.type ?? was?.type ?? 'identity';
    const policiesOf = (source: SourceText | undefined, read: typeof was): readonly Policy[] =>
      source && read ? [{ name: source.name, type, document: read.document }] : [];
    pairs.push({
      name: (after ?? before)?.name ?? name,
      type,
      before: policiesOf(before, was),
      after: policiesOf(after, is),
    });
  }
  return isUnited ? united(pairs, `identity policies of ${second}`) : pairs;
}

/** Identity policies of one folder are taken for those of one caller; of the others each speaks for itself. */
function united(pairs: readonly Pair[], name: string): readonly Pair[] {
  const identity = pairs.filter(({ type }) => type === 'identity');
  const others = pairs.filter((pair) => pair.type !== 'identity' && !isSameText(pair));
  if (identity.every(isSameText)) return others;
  const all: Pair = {
    name,
    type: 'identity',
    before: identity.flatMap(({ before }) => before),
    after: identity.flatMap(({ after }) => after),
  };
  return [all, ...others];
}

function isSameText({ before: [one], after: [other] }: Pair): boolean {
  return one?.document.source?.text === other?.document.source?.text;
}

/** By the name below the path; a file itself has none. */
function textsBelow({ host }: Context, path: string): ReadonlyMap<string, SourceText> {
  const files = host.openFiles(host.folder);
  const names =
    path === '.' ? files.listFiles() : files.listFiles().filter((name) => name.startsWith(`${plain(path)}/`));
  if (names.length === 0) {
    const read = files.readText(path);
    if ('problem' in read) throw new UsageError(`\`${path}\` cannot be read: ${read.problem}`);
    return new Map([['', { name: path, text: read.text }]]);
  }
  return gather(
    path,
    names.flatMap((name) => {
      const read = files.readText(name);
      return 'text' in read ? [[name, read.text]] : [];
    }),
  );
}

async function textsAt({ host }: Context, path: string, ref: string): Promise<ReadonlyMap<string, SourceText>> {
  if (ref.startsWith('-')) throw new UsageError(`\`${ref}\` is no git ref`);
  const at = await host.filesAt(host.folder, ref);
  if ('problem' in at) throw new UsageError(`git cannot show \`${ref}\`: ${at.problem}`);
  const own = at.files.get(plain(path));
  if (own !== undefined) return new Map([['', { name: path, text: own }]]);
  return gather(
    path,
    [...at.files].filter(([name]) => path === '.' || name.startsWith(`${plain(path)}/`)),
  );
}

/** Only what reads like a policy: other files stand in folders too. */
function gather(path: string, texts: readonly (readonly [string, string])[]): ReadonlyMap<string, SourceText> {
  const prefix = path === '.' ? '' : `${plain(path)}/`;
  const found = texts.filter(
    ([name, text]) => /\.(?:json|ya?ml)$/i.test(name) && /\bStatement\b/.test(text) && /\bEffect\b/.test(text),
  );
  return new Map(found.map(([name, text]) => [name.slice(prefix.length), { name, text }]));
}

function plain(path: string): string {
  return resolvePath(`./${path.replace(/\/+$/, '')}`, '');
}
