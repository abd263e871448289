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
  const marks = text.length < LONG ? [] : marksOf(source);
  const from = Math.min(Math.floor(end / STEP), marks.length) * STEP;
  return advance(text, marks[from / STEP - 1] ?? { line: source.firstLine ?? 1, column: 1 }, from, end);
}

/** Plans and dumps are megabytes on one line, and have many findings: positions in them are counted from the nearest mark. */
const LONG = 100_000;
const STEP = 4096;
const MARKS = new WeakMap<SourceText, readonly Position[]>();

/** The position of each STEP-th offset, from the first on. */
function marksOf(source: SourceText): readonly Position[] {
  const known = MARKS.get(source);
  if (known) return known;
  const marks: Position[] = [];
  let position: Position = { line: source.firstLine ?? 1, column: 1 };
  for (let at = 0; at + STEP <= source.text.length; at += STEP) {
    position = advance(source.text, position, at, at + STEP);
    marks.push(position);
  }
  MARKS.set(source, marks);
  return marks;
}

function advance(text: string, position: Position, from: number, to: number): Position {
  let { line, column } = position;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      line += 1;
      column = 1;
    } else if (!isSecondHalf(text, at, code)) column += 1;
  }
  return { line, column };
}

/** Of a character outside the basic plane, which is one code point in two UTF-16 codes. */
function isSecondHalf(text: string, at: number, code: number): boolean {
  return code >= 0xdc00 && code < 0xe000 && at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}

/** `name:line:column` as editors and terminals link it. */
export function formatLocation(location: Location): string {
  const { line, column } = positionAt(location.source, location.range.start);
  return `${location.source.name}:${line}:${column}`;
}
