/** Where text came from and where in it a thing stands. */

/** A named text: a policy file, a scenario file, standard input. `name` is what a person is shown (a path relative to the project). */
export interface SourceText {
  readonly name: string;
  readonly text: string;
  /** The line that the text begins on, where it is a line out of a larger file; else 1. */
  readonly firstLine?: number;
}

/** Half-open span of UTF-16 offsets into a source text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A span together with its text. */
export interface Location {
  readonly source: SourceText;
  readonly range: Range;
}

/** Line and column, both from 1; columns count Unicode code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The position of a UTF-16 offset; offsets past the end give the end of the text. */
export function positionAt(source: SourceText, offset: number): Position {
  const { text } = source;
  const end = Math.min(Math.max(offset, 0), text.length);
  let line = source.firstLine ?? 1;
  let lineStart = 0;
  for (let newline = text.indexOf('\n'); newline !== -1 && newline < end; newline = text.indexOf('\n', lineStart)) {
    line += 1;
    lineStart = newline + 1;
  }
  const column = 1 + [...text.slice(lineStart, end)].length;
  return { line, column };
}

/** `name:line:column` as editors and terminals link it. */
export function formatLocation(location: Location): string {
  const { line, column } = positionAt(location.source, location.range.start);
  return `${location.source.name}:${line}:${column}`;
}
