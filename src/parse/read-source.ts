/** Reads a text as JSON or YAML, by the ending of its name. */
import type { SourceText } from '../language/index.ts';
import { type JsonOptions, readJson } from './read-json.ts';
import type { ReadResult } from './read-result.ts';

export type SourceFormat = 'json' | 'yaml';

export interface ReadOptions extends JsonOptions {
  /** Overrides the ending of the name. */
  readonly format?: SourceFormat;
  /** `readYaml` of `parse/yaml.ts`, given only by who has loaded it. */
  readonly readYaml?: (source: SourceText) => ReadResult;
}

/** `.yaml` and `.yml` are YAML, all else JSON. */
export function formatOf(name: string): SourceFormat {
  return /\.ya?ml$/i.test(name) ? 'yaml' : 'json';
}

export function readSource(source: SourceText, options: ReadOptions = {}): ReadResult {
  const format = options.format ?? formatOf(source.name);
  if (format === 'json') return readJson(source, options);
  if (!options.readYaml) throw new Error(`the YAML reader is not loaded, and ${source.name} needs it`);
  return options.readYaml(source);
}
