/** What reading a scenario file carries along: the text, the world of its questions and what was found. */
import type { Catalog } from '../catalog/index.ts';
import type { Environment, Place, PolicyLoader } from '../environment/index.ts';
import type { Diagnostic, Location, Severity, SourceText } from '../language/index.ts';
import type { Placed } from './form-layers.ts';

export interface ScenarioReader {
  readonly source: SourceText;
  /** Missing where it could not be read: the rest of the file is checked all the same. */
  readonly environment: Environment | undefined;
  readonly loadPolicy: PolicyLoader;
  readonly catalog: Catalog;
  readonly diagnostics: Diagnostic[];
  /** Some question of the file cannot be asked. */
  blocked: boolean;
}

export type ScenarioCode =
  | 'duplicate-entry'
  | 'duplicate-invariant'
  | 'duplicate-scenario'
  | 'empty-row'
  | 'impossible-expectation'
  | 'missing-claim'
  | 'missing-expectation'
  | 'missing-principal'
  | 'missing-question'
  | 'two-claims'
  | 'two-questions'
  | 'unknown-action'
  | 'unknown-environment';

export interface ScenarioProblem {
  readonly code: ScenarioCode;
  readonly message: string;
  readonly help?: string;
}

/** An error that keeps the file from being run. */
export function report(reader: ScenarioReader, problem: ScenarioProblem, where: Placed): void {
  reader.blocked = true;
  reader.diagnostics.push(diagnosticOf('error', problem, placeOf(reader, where)));
}

/** Something that is most likely a mistake. */
export function warn(reader: ScenarioReader, problem: ScenarioProblem, where: Placed): void {
  reader.diagnostics.push(diagnosticOf('warning', problem, placeOf(reader, where)));
}

function diagnosticOf(severity: Severity, { code, message, help }: ScenarioProblem, at: Place): Diagnostic {
  return { code, severity, message, ...at, ...(help === undefined ? {} : { help }) };
}

/** The place as diagnostics and the environment part take it. */
export function placeOf({ source }: ScenarioReader, where: Placed): Place {
  const location = locationOf(source, where);
  return { path: where.path, ...(location ? { location } : {}) };
}

/** Undefined for a value that was built in memory. */
export function locationOf(source: SourceText, { range, node }: Placed): Location | undefined {
  const place = range ?? node.range;
  return place && { source, range: place };
}
