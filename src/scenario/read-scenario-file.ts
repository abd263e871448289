/** Reads a scenario file: its form by the schema, then what it says, with every problem at its place. */
import environmentSchema from '../../schemas/environment.schema.json' with { type: 'json' };
import schema from '../../schemas/scenario.schema.json' with { type: 'json' };
import type { Catalog } from '../catalog/index.ts';
import { type PolicyLoader, type ReadEnvironment, readEnvironment, type SourceOpener } from '../environment/index.ts';
import type { Diagnostic, SourceText } from '../language/index.ts';
import type { SourceNode } from '../parse/index.ts';
import { validate } from '../schema/index.ts';
import { entriesOf, memberIn, type Placed, text } from './form-layers.ts';
import { readScenario } from './read-scenario.ts';
import type { ScenarioFile } from './scenario.ts';
import { locationOf, report, type ScenarioReader } from './scenario-reader.ts';

/** How a scenario file gets at what stands in other files; the workspace implements it. */
export interface ScenarioPorts {
  /** Policies that an inline environment or a hop names. */
  readonly loadPolicy: PolicyLoader;
  /** Opens the plans and dumps that an environment names. */
  readonly openSource?: SourceOpener;
  /** @param reference a path as in `environment`; @param from the text that holds it */
  readonly loadEnvironment: (reference: string, from: SourceText) => ReadEnvironment;
  readonly catalog: Catalog;
}

export interface ReadScenarioFile {
  /** Missing where some question of the file cannot be asked: a run that leaves scenarios out would pass too easily. */
  readonly file?: ScenarioFile;
  /** Those of the environment and its policies too; what does not stand in the way of running is here as well. */
  readonly diagnostics: readonly Diagnostic[];
}

/** @param node the tree of the whole text of `source` */
export function readScenarioFile(node: SourceNode, source: SourceText, ports: ScenarioPorts): ReadScenarioFile {
  const problems = validate([schema, environmentSchema], node, source);
  if (problems.length > 0) return { diagnostics: problems };
  const root: Placed = { node, path: '' };
  const environment = readItsEnvironment(root, source, ports);
  const reader: ScenarioReader = {
    source,
    environment: environment.environment,
    loadPolicy: ports.loadPolicy,
    catalog: ports.catalog,
    diagnostics: [...environment.diagnostics],
    blocked: environment.environment === undefined,
  };
  const scenarios = readScenarios(root, reader);
  const description = text(memberIn(root, 'description'));
  const diagnostics = withoutRepeats(reader.diagnostics);
  if (reader.blocked || !reader.environment) return { diagnostics };
  const file: ScenarioFile = {
    source,
    ...(description === undefined ? {} : { description }),
    environment: reader.environment,
    catalog: ports.catalog,
    scenarios,
  };
  return { file, diagnostics };
}

function readScenarios(root: Placed, reader: ScenarioReader) {
  const defaults = memberIn(root, 'defaults');
  const names = new Set<string>();
  return entriesOf(memberIn(root, 'scenarios')).map((scenario) => {
    const written = memberIn(scenario, 'name');
    const name = text(written) ?? '';
    if (names.has(name)) {
      const message = `two scenarios are called \`${name}\``;
      report(
        reader,
        { code: 'duplicate-scenario', message, help: 'names tell cases apart in reports' },
        written ?? scenario,
      );
    }
    names.add(name);
    return readScenario(scenario, defaults, reader);
  });
}

/** A path to follow, or the environment itself; findings without a place of their own get that of the member. */
function readItsEnvironment(root: Placed, source: SourceText, ports: ScenarioPorts): ReadEnvironment {
  const where = memberIn(root, 'environment');
  if (!where) return { diagnostics: [] };
  const reference = text(where);
  const read =
    reference === undefined
      ? readEnvironment(where.node, source, ports.loadPolicy, ports.openSource)
      : ports.loadEnvironment(reference, source);
  const location = locationOf(source, where);
  const diagnostics = read.diagnostics.map((one): Diagnostic => {
    if (reference === undefined) return { ...one, path: where.path + one.path };
    return one.location || !location ? one : { ...one, location, path: where.path };
  });
  if (read.environment || diagnostics.length > 0) return { ...read, diagnostics };
  const message = `there is no environment \`${reference ?? ''}\``;
  const help = '`./` starts from this file, other paths from the project root';
  return {
    diagnostics: [
      {
        code: 'unknown-environment',
        severity: 'error',
        message,
        ...(location ? { location } : {}),
        path: where.path,
        help,
      },
    ],
  };
}

/** Rows share members of their scenario, and so its problems. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, path, message, location }) => {
    const key = JSON.stringify([code, path, message, location?.source.name, location?.range.start]);
    const known = seen.has(key);
    seen.add(key);
    return !known;
  });
}
