/** Reads a scenario file: its form by the schema, then what it says, with every problem at its place. */
import environmentSchema from '../../schemas/environment.schema.json' with { type: 'json' };
import schema from '../../schemas/scenario.schema.json' with { type: 'json' };
import type { Diagnostic, SourceText } from '../language/index.ts';
import type { SourceNode } from '../parse/index.ts';
import { validate } from '../schema/index.ts';
import { readEnvironmentAt, type ScenarioPorts } from './environment-at.ts';
import { entriesOf, memberIn, type Placed, text } from './form-layers.ts';
import { readScenario } from './read-scenario.ts';
import type { ScenarioFile } from './scenario.ts';
import { report, type ScenarioReader } from './scenario-reader.ts';

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
  const environment = readEnvironmentAt(memberIn(root, 'environment'), source, ports);
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
