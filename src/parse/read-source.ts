/** Reads a text as JSON or YAML, by the ending of its name, or else by its look. */
import type { SourceText } from '../language/index.ts';
import { type JsonOptions, readJson } from './read-json.ts';
import type { ReadResult } from './read-result.ts';

export type SourceFormat = 'json' | 'yaml';

export interface ReadOptions extends JsonOptions {
  /** Overrides the ending of the name and the look of the text. */
  readonly format?: SourceFormat;
  /** `readYaml` of `parse/yaml.ts`, given only by who has loaded it. */
  readonly readYaml?: (source: SourceText) => ReadResult;
}

/** `.yaml` and `.yml` are YAML, all else JSON; with a text, one whose name tells nothing is what it looks like. */
export function formatOf(name: string, text?: string): SourceFormat {
  if (/\.ya?ml$/i.test(name)) return 'yaml';
  if (text === undefined || /\.jsonc?$/i.test(name)) return 'json';
  // A brace, a bracket, a string, a comment of JSON, or nothing at all.
  return /^\uFEFF?\s*(?:[[{"]|\/[/*]|$)/.test(text) ? 'json' : 'yaml';
}

/** Only who gives the YAML reader has a text without a telling name looked at; to all others it is JSON. */
export function readSource(source: SourceText, options: ReadOptions = {}): ReadResult {
  const { readYaml } = options;
  const format = options.format ?? formatOf(source.name, readYaml && source.text);
  if (format === 'json') return readJson(source, options);
  if (!readYaml) throw new Error(`the YAML reader is not loaded, and ${source.name} needs it`);
  return readYaml(source);
}
