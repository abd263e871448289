/** Reads YAML that may be of a format with tags of its own. */
import type { SourceText } from '../../language/index.ts';
import type { ReadResult } from '../../parse/index.ts';
import { readYaml } from '../../parse/yaml.ts';
import { SOURCE_FORMATS } from './index.ts';

/** All other tags are refused, and all tags in a text that is of none of the formats. */
export function readSourceYaml(source: SourceText): ReadResult {
  return readYaml(source, SOURCE_FORMATS.find(({ yaml }) => yaml?.mark.test(source.text))?.yaml?.tags);
}
