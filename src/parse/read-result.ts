/** What reading a text gives: the tree, where there is one, and every problem. */
import type { Diagnostic, Range, Severity, SourceText } from '../language/index.ts';
import { PARSE_CODES, type ParseCode } from './codes.ts';
import type { SourceNode } from './source-node.ts';

export interface ReadResult {
  /** Missing where the text could not be read. */
  readonly node?: SourceNode;
  readonly diagnostics: readonly Diagnostic[];
}

/** Longest text that is read, in UTF-16 units: far above any policy quota. */
export const MOST_TEXT = 1024 * 1024;
/** Deepest nesting that is read; a policy needs six levels. */
export const MOST_LEVELS = 64;
/** Most syntax problems that are told of one text: what is of another format altogether has one at each character. */
export const MOST_PROBLEMS = 100;

/** A problem of one code; severity and reason come from the table of codes. */
export function problem(
  code: ParseCode,
  found: {
    message: string;
    path: string;
    source?: SourceText | undefined;
    range?: Range | undefined;
    help?: string | undefined;
    severity?: Severity;
  },
): Diagnostic {
  const { severity, why, help } = PARSE_CODES[code];
  const location = found.source && found.range ? { source: found.source, range: found.range } : undefined;
  return {
    code,
    severity: found.severity ?? severity,
    message: found.message,
    ...(location ? { location } : {}),
    path: found.path,
    why,
    help: found.help ?? help,
  };
}

/** A text that is too long to read. */
export function tooLong(source: SourceText, atMost = MOST_TEXT): Diagnostic | undefined {
  if (source.text.length <= atMost) return undefined;
  const message = `the text is ${source.text.length} characters long; at most ${atMost} are read`;
  return problem('too-large', { message, path: '', source, range: { start: 0, end: 1 } });
}

/** Nesting that is too deep to read, found at an offset. */
export function tooDeep(source: SourceText, offset: number): Diagnostic {
  const message = `more than ${MOST_LEVELS} levels of nesting`;
  return problem('too-deep', { message, path: '', source, range: { start: offset, end: offset + 1 } });
}
