/** The policies of a project, each read once: from files, and from AWS's managed ones. */
import type { Catalog } from '../catalog/index.ts';
import type { LoadedPolicy, PolicyLoader } from '../environment/index.ts';
import type { Diagnostic, PolicyType, SourceText } from '../language/index.ts';
import { parsePolicy, parsePolicyDocument } from '../parse/index.ts';
import { readYaml } from '../parse/yaml.ts';
import { didYouMean } from '../schema/index.ts';
import { findManagedPolicy } from '../simulation/index.ts';
import { resolvePath } from './paths.ts';
import type { PolicyFile } from './policy-files.ts';
import type { FileSystem } from './ports.ts';
import { openSourceFile } from './source-store.ts';
import type { WorkspaceMemory } from './workspace-memory.ts';

export interface PolicyStore {
  /** A policy file as a policy of a type; the path is relative to the project root. */
  readonly file: (path: string, type: PolicyType) => LoadedPolicy;
  /** The port of environments and scenarios. A file's own problems are told by `file`, not again here. */
  readonly load: PolicyLoader;
}

export function policyStore(files: FileSystem, catalog: () => Catalog, memory: WorkspaceMemory): PolicyStore {
  const known = new Map<string, LoadedPolicy>();
  const once = (key: string, make: () => LoadedPolicy): LoadedPolicy => {
    const loaded = known.get(key) ?? make();
    known.set(key, loaded);
    return loaded;
  };
  const file = (path: string, type: PolicyType) =>
    once(`${type} ${path}`, () => readFile(files, { path, type }, memory));
  const load: PolicyLoader = (reference, type, from) => {
    if (/^aws:|^arn:/.test(reference)) return once(`${type} ${reference}`, () => managed(catalog(), reference, type));
    const [path = '', name] = reference.split(/#(.*)/s);
    const place = resolvePath(path, from.name);
    const loaded =
      name === undefined ? file(place, type) : once(`${type} ${place}#${name}`, () => inFile(files, place, name, type));
    if (loaded.policy) return { policy: loaded.policy, diagnostics: [] };
    return loaded;
  };
  return { file, load };
}

function readFile(files: FileSystem, { path, type }: PolicyFile, memory: WorkspaceMemory): LoadedPolicy {
  const read = files.readText(path);
  if ('problem' in read) {
    const message = `the policy \`${path}\` cannot be read: ${read.problem}`;
    return {
      diagnostics: [
        problem(
          'unreadable-file',
          message,
          'paths are relative to the project root, or to the file that names them if they begin with ./',
        ),
      ],
    };
  }
  return memory.policy(`${type} ${path}`, read.text, () => {
    const source: SourceText = { name: path, text: read.text };
    const { document, diagnostics } = parsePolicy(source, type, { readYaml });
    return document ? { policy: { name: path, type, document }, diagnostics } : { diagnostics };
  });
}

/** `plan.json#aws_iam_policy.reader`: a policy of a file that holds several, by its name there. */
function inFile(files: FileSystem, path: string, name: string, type: PolicyType): LoadedPolicy {
  const opened = openSourceFile(files, path, {});
  if (!opened.reading) return { diagnostics: opened.diagnostics };
  const { policies } = opened.reading;
  const found = policies.find((one) => one.name === name);
  if (!found) {
    const message = `\`${path}\` has no policy \`${name}\`${didYouMean(
      name,
      policies.map((one) => one.name),
    )}`;
    return { diagnostics: [problem('unknown-policy', message, 'write its name as `iamproof lint` tells it')] };
  }
  const { document, diagnostics } = parsePolicyDocument(found.node, type, opened.source, found.path);
  return document ? { policy: { name: `${path}#${name}`, type, document }, diagnostics } : { diagnostics };
}

function managed(catalog: Catalog, reference: string, type: PolicyType): LoadedPolicy {
  const found = findManagedPolicy(catalog, reference, type);
  if (found.policy) return { policy: found.policy, diagnostics: [] };
  return { diagnostics: [problem('unknown-managed-policy', found.problem, found.help)] };
}

function problem(code: string, message: string, help: string): Diagnostic {
  return { code, severity: 'error', message, path: '', help };
}
