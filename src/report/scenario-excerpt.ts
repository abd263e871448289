/** The lines of a source text around a place, numbered, the place underlined and labelled. */
import { type Location, positionAt } from '../language/index.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';
import type { Marks } from './scenario-look.ts';

/** What to show of a text. */
export interface Excerpt {
  /** The first line shown is that of this offset. */
  readonly from: number;
  /** What is underlined, on its first line; the last line shown. */
  readonly location: Location;
  /** Written behind the underline. */
  readonly label: string;
}

/** More lines than this between start and place are left out. */
const MOST_LINES = 8;

export function excerptLines({ from, location, label }: Excerpt, paint: Paint, marks: Marks): readonly string[] {
  const { source, range } = location;
  const lines = source.text.split(/\r?\n/);
  const { line: last, column } = positionAt(source, range.start);
  const first = Math.min(positionAt(source, from).line, last);
  const width = String(last).length;
  const numbered = (line: number) =>
    `${paint.quiet(`${String(line).padStart(width)} ${marks.bar}`)} ${printable((lines[line - 1] ?? '').replaceAll('\t', ' '))}`.trimEnd();
  const shown = last - first >= MOST_LINES ? [first, undefined, last - 1, last] : span(first, last);
  const text = [...(lines[last - 1] ?? '')];
  const length = Math.max(1, Math.min([...source.text.slice(range.start, range.end)].length, text.length - column + 1));
  const underline = `${' '.repeat(column - 1)}${paint.bad(`${'^'.repeat(length)} ${printable(label)}`)}`;
  return [
    ...shown.map((line) =>
      line === undefined ? paint.quiet(`${' '.repeat(width)} ${marks.bar} ...`) : numbered(line),
    ),
    `${paint.quiet(`${' '.repeat(width)} ${marks.bar}`)} ${underline}`,
  ];
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
