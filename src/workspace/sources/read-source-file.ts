/** Reads a file of any format that holds policies among other things. */
import type { SourceText } from '../../language/index.ts';
import type { SourceNode } from '../../parse/index.ts';
import { SOURCE_FORMATS } from './index.ts';
import type { SourceFormat, SourceOptions, SourceReading } from './source-format.ts';

export function formatOfFile(node: SourceNode, fileName: string): SourceFormat | undefined {
  return SOURCE_FORMATS.find((format) => format.recognises(node, fileName));
}

/** Undefined for a file of none of the formats: a policy by itself, or something else. */
export function readSourceFile(
  node: SourceNode,
  source: SourceText,
  options: SourceOptions = {},
): SourceReading | undefined {
  return formatOfFile(node, source.name)?.read(node, source, options);
}
