/** The files of this project as the ports of scenario files, for tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type PolicyLoader, type ReadEnvironment, readEnvironment } from '../../src/environment/index.ts';
import { type Diagnostic, formatLocation, type SourceText } from '../../src/language/index.ts';
import { parsePolicy, readSource } from '../../src/parse/index.ts';
import { readYaml } from '../../src/parse/yaml.ts';
import {
  type ReadScenarioFile,
  readInvariantFile,
  readScenarioFile,
  type ScenarioFile,
} from '../../src/scenario/index.ts';
import { findManagedPolicy } from '../../src/simulation/index.ts';
import { catalog } from '../catalog/open-catalog.ts';

const ROOT = new URL('../../', import.meta.url);

/** Paths of the files below a folder of the project, sorted. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  const entries = readdirSync(new URL(`${folder}/`, ROOT), { recursive: true, encoding: 'utf8' });
  return entries
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith(ending))
    .sort();
}

export function sourceOf(path: string): SourceText | undefined {
  const url = new URL(path, ROOT);
  return existsSync(url) ? { name: path, text: readFileSync(url, 'utf8') } : undefined;
}

const loadPolicy: PolicyLoader = (reference, type, from) => {
  if (/^aws:|^arn:/.test(reference)) {
    const { policy } = findManagedPolicy(catalog, reference, type);
    return { ...(policy ? { policy } : {}), diagnostics: [] };
  }
  const source = sourceOf(resolve(reference, from));
  if (!source) return { diagnostics: [] };
  const { document, diagnostics } = parsePolicy(source, type);
  return { ...(document ? { policy: { name: source.name, type, document } } : {}), diagnostics };
};

function loadEnvironment(reference: string, from: SourceText): ReadEnvironment {
  const source = sourceOf(resolve(reference, from));
  if (!source) return { diagnostics: [] };
  const { node, diagnostics } = readSource(source, { readYaml });
  return node ? readEnvironment(node, source, loadPolicy) : { diagnostics };
}

function resolve(reference: string, from: SourceText): string {
  if (!/^\.\.?\//.test(reference)) return reference;
  return new URL(reference, `file:///${from.name}`).pathname.slice(1);
}

/** Reads a scenario file; its name is that of a file of the project, or says where it would stand. */
export function readScenarios(source: SourceText): ReadScenarioFile {
  const { node, diagnostics } = readSource(source, { readYaml });
  return node ? readScenarioFile(node, source, { loadPolicy, loadEnvironment, catalog }) : { diagnostics };
}

/** Reads an invariants file, likewise. */
export function readInvariants(source: SourceText): ReturnType<typeof readInvariantFile> {
  const { node, diagnostics } = readSource(source, { readYaml });
  return node ? readInvariantFile(node, source, { loadPolicy, loadEnvironment, catalog }) : { diagnostics };
}

/** `name:line:column severity code message`. */
export function describeDiagnostic({ location, path, severity, code, message }: Diagnostic): string {
  return `${location ? formatLocation(location) : path} ${severity} ${code} ${message}`;
}

/** A sound scenario file from the value it holds. */
export function fileOf(value: object, name = 'test.scenario.yaml'): ScenarioFile {
  return sound(readScenarios({ name, text: JSON.stringify(value, null, 1) }));
}

/** A sound scenario file of the project. */
export function fileAt(path: string): ScenarioFile {
  const source = sourceOf(path);
  if (!source) throw new Error(`there is no file ${path}`);
  return sound(readScenarios(source));
}

function sound({ file, diagnostics }: ReadScenarioFile): ScenarioFile {
  if (!file) throw new Error(diagnostics.map(describeDiagnostic).join('\n'));
  return file;
}
