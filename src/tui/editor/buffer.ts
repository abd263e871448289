/** A text while it is edited: lines, a cursor, and what is selected. Every change makes a new one. */

/** Line and column from 0; columns are UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Span {
  readonly from: Place;
  readonly to: Place;
}

export interface Buffer {
  /** At least one; without their line breaks. */
  readonly lines: readonly string[];
  readonly at: Place;
  /** Where a selection began; the cursor is its other end. */
  readonly anchor?: Place;
  /** The column on the screen that moving up and down keeps to. */
  readonly goal?: number;
}

export const START: Place = { line: 0, column: 0 };

export function bufferOf(text: string, at: Place = START): Buffer {
  const lines = text.split(/\r?\n/);
  return { lines, at: within(lines, at) };
}

/** Line breaks as the text had them before. */
export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

export function lineAt({ lines }: Pick<Buffer, 'lines'>, line: number): string {
  return lines[line] ?? '';
}

/** The nearest place that there is. */
export function within(lines: readonly string[], { line, column }: Place): Place {
  const there = Math.max(0, Math.min(line, lines.length - 1));
  return { line: there, column: Math.max(0, Math.min(column, (lines[there] ?? '').length)) };
}

function isBefore(one: Place, other: Place): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}

export function moved({ lines }: Buffer, to: Place, anchor?: Place): Buffer {
  return { lines, at: within(lines, to), ...(anchor ? { anchor } : {}) };
}

/** Undefined where nothing is selected. */
export function selectionOf({ at, anchor }: Buffer): Span | undefined {
  if (!anchor || (anchor.line === at.line && anchor.column === at.column)) return undefined;
  return isBefore(anchor, at) ? { from: anchor, to: at } : { from: at, to: anchor };
}

export function textBetween({ lines }: Pick<Buffer, 'lines'>, { from, to }: Span): string {
  if (from.line === to.line) return (lines[from.line] ?? '').slice(from.column, to.column);
  const first = (lines[from.line] ?? '').slice(from.column);
  const last = (lines[to.line] ?? '').slice(0, to.column);
  return [first, ...lines.slice(from.line + 1, to.line), last].join('\n');
}

/** Puts a text in the place of a span; the cursor stands behind it. */
export function replaced({ lines }: Buffer, { from, to }: Span, text: string): Buffer {
  const head = (lines[from.line] ?? '').slice(0, from.column);
  const tail = (lines[to.line] ?? '').slice(to.column);
  const fresh = `${head}${text}`.split(/\r?\n/);
  const at = { line: from.line + fresh.length - 1, column: fresh.at(-1)?.length ?? 0 };
  fresh[fresh.length - 1] += tail;
  return { lines: [...lines.slice(0, from.line), ...fresh, ...lines.slice(to.line + 1)], at };
}

/** UTF-16 units before a place in the text. */
export function offsetOf({ lines }: Pick<Buffer, 'lines'>, { line, column }: Place, lineBreak = '\n'): number {
  let offset = column;
  for (let index = 0; index < line; index++) offset += (lines[index] ?? '').length + lineBreak.length;
  return offset;
}

/** The place of an offset in the text; the end of it for one beyond. */
export function placeOf({ lines }: Pick<Buffer, 'lines'>, offset: number, lineBreak = '\n'): Place {
  let rest = offset;
  for (const [line, text] of lines.entries()) {
    if (rest <= text.length) return { line, column: rest };
    rest -= text.length + lineBreak.length;
    if (rest < 0) return { line, column: text.length };
  }
  return within(lines, { line: lines.length, column: Number.MAX_SAFE_INTEGER });
}
