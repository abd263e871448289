/** Environments for tests: YAML text in, the typed environment out, with a loader that knows AWS's policies and a few names. */
import { type Environment, type PolicyLoader, readEnvironment } from '../../src/environment/index.ts';
import type { Diagnostic, PolicyType, SourceText } from '../../src/language/index.ts';
import { formatLocation } from '../../src/language/index.ts';
import { nodeOfValue, parsePolicyDocument } from '../../src/parse/index.ts';
import { readYaml } from '../../src/parse/yaml.ts';
import { catalog } from '../catalog/open-catalog.ts';

/** AWS managed policies from the catalog; any other reference leads nowhere. */
export const loader: PolicyLoader = (reference, type) => {
  const managed = catalog.managedPolicy(reference);
  if (managed) return { policy: policyOf(managed.name, type, JSON.parse(managed.text)), diagnostics: [] };
  const message = `there is no file \`${reference}\``;
  return { diagnostics: [{ code: 'missing-file', severity: 'error', message, path: '' }] };
};

function policyOf(name: string, type: PolicyType, value: unknown) {
  const { node } = nodeOfValue(value);
  const parsed = node && parsePolicyDocument(node, type);
  if (!parsed?.document) throw new Error(`${name} could not be parsed`);
  return { name, type, document: parsed.document };
}

/** The diagnostics of a text that is to be an environment, `line:column code message`. */
export function problemsOf(text: string): string[] {
  return read({ name: 'environment.yaml', text }).diagnostics.map(describe);
}

export function describe(one: Diagnostic): string {
  const place = one.location ? formatLocation(one.location).replace(/^[^:]*:/, '') : 'nowhere';
  return `${place} ${one.code} ${one.message}`;
}

function read(source: SourceText) {
  const { node, diagnostics } = readYaml(source);
  return node ? readEnvironment(node, source, loader) : { diagnostics };
}

/** A sound environment from the value a YAML file holds. */
export function environmentOf(value: unknown): Environment {
  const { environment, diagnostics } = read({ name: 'environment.yaml', text: JSON.stringify(value, null, 1) });
  if (!environment) throw new Error(diagnostics.map(describe).join('\n'));
  return environment;
}
