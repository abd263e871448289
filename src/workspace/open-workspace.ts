/** A project as a whole: its policies, environments and scenarios, read, with every problem. */
import type { Catalog } from '../catalog/index.ts';
import { type Environment, readEnvironment, type SourceOpener } from '../environment/index.ts';
import type { Diagnostic, Policy, SourceText } from '../language/index.ts';
import { readSource } from '../parse/index.ts';
import { readYaml } from '../parse/yaml.ts';
import {
  type InvariantFile,
  type ReadScenarioFile,
  readInvariantFile,
  readScenarioFile,
  type ScenarioFile,
  type ScenarioPorts,
} from '../scenario/index.ts';
import type { Config } from './config.ts';
import { matchFiles } from './match-files.ts';
import { resolvePath } from './paths.ts';
import { policyFilesOf } from './policy-files.ts';
import { policyStore } from './policy-store.ts';
import type { FileSystem } from './ports.ts';
import { LONGEST, sourceStore } from './source-store.ts';
import { type WorkspaceMemory, workspaceMemory } from './workspace-memory.ts';

export interface Workspace {
  readonly policies: readonly Policy[];
  readonly environments: readonly Environment[];
  readonly scenarioFiles: readonly ScenarioFile[];
  readonly invariantFiles: readonly InvariantFile[];
  /** How many files of each kind were looked at, readable or not. */
  readonly counts: {
    readonly policies: number;
    readonly environments: number;
    readonly scenarios: number;
    readonly invariants: number;
  };
  readonly diagnostics: readonly Diagnostic[];
}

export interface WorkspaceInput {
  readonly files: FileSystem;
  readonly config: Config;
  readonly catalog: () => Catalog;
  /** Scenario files to read instead of those that the configuration names. */
  readonly scenarios?: readonly string[];
  /** Read scenario files with what they need, and nothing else. */
  readonly scenariosOnly?: boolean;
  /** Of the time before: files that still say the same are not parsed again. */
  readonly memory?: WorkspaceMemory;
}

/** Reads one environment file, each once. */
export type EnvironmentReader = (path: string) => {
  readonly environment?: Environment;
  readonly diagnostics: readonly Diagnostic[];
};

export function openWorkspace(input: WorkspaceInput): Workspace {
  const steps = workspaceSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same file by file, for who has other things to do in between. */
export function* workspaceSteps(input: WorkspaceInput): Generator<undefined, Workspace> {
  const { files, config } = input;
  const all = files.listFiles();
  const others = input.scenariosOnly ? [] : all;
  const diagnostics: Diagnostic[] = [];
  const reader = environmentReader({ ...input, sources: config.sources });
  const policyFiles = policyFilesOf(others, config);
  const policies: Policy[] = [];
  for (const { path, type } of policyFiles) {
    const loaded = reader.store.file(path, type);
    diagnostics.push(...loaded.diagnostics);
    if (loaded.policy) policies.push(loaded.policy);
    yield;
  }
  const environmentFiles = matchFiles(others, config.environments, config.exclude);
  const environments: Environment[] = [];
  for (const path of environmentFiles) {
    const read = reader.read(path);
    diagnostics.push(...read.diagnostics);
    if (read.environment) environments.push(read.environment);
    yield;
  }
  const scenarioPaths = input.scenarios ?? matchFiles(all, config.scenarios, config.exclude);
  const scenarioFiles: ScenarioFile[] = [];
  for (const path of scenarioPaths) {
    const read = readScenarios(path, input, reader);
    diagnostics.push(...read.diagnostics);
    if (read.file) scenarioFiles.push(read.file);
    yield;
  }
  const invariantPaths = input.scenariosOnly ? [] : matchFiles(all, config.invariants, config.exclude);
  const invariants = readInvariantFiles(invariantPaths, input, reader);
  diagnostics.push(...invariants.diagnostics);
  const counts = {
    policies: policyFiles.length,
    environments: environmentFiles.length,
    scenarios: scenarioPaths.length,
    invariants: invariantPaths.length,
  };
  const invariantFiles = invariants.files;
  return { policies, environments, scenarioFiles, invariantFiles, counts, diagnostics: unique(diagnostics) };
}

interface Reader {
  readonly store: ReturnType<typeof policyStore>;
  readonly read: EnvironmentReader;
  readonly openSource: SourceOpener;
  readonly memory: WorkspaceMemory;
}

interface EnvironmentInput extends Pick<WorkspaceInput, 'files' | 'catalog' | 'memory'> {
  /** What the configuration says of values that templates leave open. */
  readonly sources?: Config['sources'] | undefined;
}

/** Environments and policies on demand, for a single question. */
export function environmentReader({ files, catalog, sources, memory = workspaceMemory() }: EnvironmentInput): Reader {
  const openSource = sourceStore(files, sources);
  const store = policyStore(files, catalog, memory);
  const known = new Map<string, ReturnType<EnvironmentReader>>();
  const read: EnvironmentReader = (path) => {
    let found = known.get(path);
    if (!found) {
      const tree = readTree(files, path, memory);
      found =
        'node' in tree && tree.node
          ? readEnvironment(tree.node, tree.source, store.load, openSource)
          : { diagnostics: tree.diagnostics };
      known.set(path, found);
    }
    return found;
  };
  return { store, read, openSource, memory };
}

function readTree(files: FileSystem, path: string, memory: WorkspaceMemory) {
  const read = files.readText(path);
  if ('problem' in read) {
    const message = `\`${path}\` cannot be read: ${read.problem}`;
    return { diagnostics: [{ code: 'unreadable-file', severity: 'error', message, path: '' } as const] };
  }
  return memory.tree(path, read.text, () => {
    const source: SourceText = { name: path, text: read.text };
    return { source, ...readSource(source, { readYaml, atMost: LONGEST }) };
  });
}

function readScenarios(path: string, { files, catalog }: WorkspaceInput, reader: Reader): ReadScenarioFile {
  const tree = readTree(files, path, reader.memory);
  if (!('node' in tree) || !tree.node) return { diagnostics: tree.diagnostics };
  return readScenarioFile(tree.node, tree.source, portsOf(reader, catalog));
}

function portsOf(reader: Reader, catalog: () => Catalog): ScenarioPorts {
  return {
    loadPolicy: reader.store.load,
    openSource: reader.openSource,
    loadEnvironment: (reference, from) => reader.read(resolvePath(reference, from.name)),
    catalog: catalog(),
  };
}

interface ReadInvariantFiles {
  readonly files: readonly InvariantFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Invariants files with what they need. */
export function openInvariants(input: Omit<WorkspaceInput, 'scenarios' | 'scenariosOnly'>, paths: readonly string[]) {
  const { files, diagnostics } = readInvariantFiles(paths, input, environmentReader(input));
  return { files, diagnostics: unique(diagnostics) };
}

function readInvariantFiles(
  paths: readonly string[],
  { files, catalog }: Pick<WorkspaceInput, 'files' | 'catalog'>,
  reader: Reader,
): ReadInvariantFiles {
  const read = paths.map((path) => {
    const tree = readTree(files, path, reader.memory);
    if (!('node' in tree) || !tree.node) return { diagnostics: tree.diagnostics };
    return readInvariantFile(tree.node, tree.source, portsOf(reader, catalog));
  });
  return {
    files: read.flatMap((one) => ('file' in one && one.file ? one.file : [])),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** A file that several others name is read once but told by each. */
function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, message, location, path }) => {
    const key = `${code} ${message} ${location?.source.name} ${location?.range.start} ${path}`;
    return !seen.has(key) && seen.add(key);
  });
}
