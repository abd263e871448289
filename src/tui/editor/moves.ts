/** Where the cursor goes: by characters, words, lines and pages. */
import { graphemes, isOneColumnEach, textWidth } from '../text-width.ts';
import { type Buffer, lineAt, type Place } from './buffer.ts';

export type Move = (buffer: Buffer) => Place;

export const left: Move = (buffer) => {
  const { line, column } = buffer.at;
  if (column > 0) return { line, column: characterBefore(lineAt(buffer, line), column) };
  return line > 0 ? { line: line - 1, column: lineAt(buffer, line - 1).length } : buffer.at;
};

export const right: Move = (buffer) => {
  const { line, column } = buffer.at;
  const text = lineAt(buffer, line);
  if (column < text.length) return { line, column: characterAfter(text, column) };
  return line + 1 < buffer.lines.length ? { line: line + 1, column: 0 } : buffer.at;
};

/** Where the character before a column begins. */
function characterBefore(text: string, column: number): number {
  if (isOneColumnEach(text.slice(0, column))) return Math.max(0, column - 1);
  let last = 0;
  for (const { index } of graphemes(text)) {
    if (index >= column) break;
    last = index;
  }
  return last;
}

/** Where the character at a column ends. */
export function characterAfter(text: string, column: number): number {
  if (isOneColumnEach(text.slice(column))) return Math.min(text.length, column + 1);
  for (const { index } of graphemes(text)) if (index > column) return index;
  return text.length;
}

/** What a tab is shown as. */
export const TAB = '  ';

/** The column on the screen. */
export function screenColumn(text: string, column: number): number {
  return textWidth(text.slice(0, column).replaceAll('\t', TAB));
}

/** The column in the text that stands at a column of the screen, or before it. */
function columnAt(text: string, wanted: number): number {
  if (isOneColumnEach(text)) return Math.min(text.length, wanted);
  let column = 0;
  while (column < text.length) {
    const next = characterAfter(text, column);
    if (screenColumn(text, next) > wanted) break;
    column = next;
  }
  return column;
}

/** Up or down by lines, as near as can be to the column that was left. */
export function vertical(buffer: Buffer, by: number): Buffer {
  const { at, lines, anchor } = buffer;
  const goal = buffer.goal ?? screenColumn(lineAt(buffer, at.line), at.column);
  const line = Math.max(0, Math.min(at.line + by, lines.length - 1));
  return { lines, at: { line, column: columnAt(lineAt(buffer, line), goal) }, goal, ...(anchor ? { anchor } : {}) };
}

/** The first character of the line that is no space; there already, the very beginning. */
export const lineStart: Move = (buffer) => {
  const { line, column } = buffer.at;
  const indent = indentOf(lineAt(buffer, line));
  return { line, column: column === indent ? 0 : indent };
};

export const lineEnd: Move = (buffer) => ({ line: buffer.at.line, column: lineAt(buffer, buffer.at.line).length });

export const textEnd: Move = (buffer) => ({
  line: buffer.lines.length - 1,
  column: lineAt(buffer, buffer.lines.length - 1).length,
});

export function indentOf(text: string): number {
  return /^\s*/.exec(text)?.[0].length ?? 0;
}

const WORDS = /[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]+/gu;

interface Word {
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORDS)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

/** The beginning of the next word, over line ends. */
export const nextWord: Move = (buffer) => {
  const { line, column } = buffer.at;
  const here = wordsOf(lineAt(buffer, line)).find(({ start }) => start > column);
  if (here) return { line, column: here.start };
  for (let below = line + 1; below < buffer.lines.length; below++) {
    const [first] = wordsOf(lineAt(buffer, below));
    if (first) return { line: below, column: first.start };
  }
  return textEnd(buffer);
};

export const previousWord: Move = (buffer) => {
  const { line, column } = buffer.at;
  const here = wordsOf(lineAt(buffer, line)).findLast(({ start }) => start < column);
  if (here) return { line, column: here.start };
  for (let above = line - 1; above >= 0; above--) {
    const last = wordsOf(lineAt(buffer, above)).at(-1);
    if (last) return { line: above, column: last.start };
  }
  return { line: 0, column: 0 };
};

/** The last character of this word, or of the next where the cursor is there already. */
export const wordEnd: Move = (buffer) => {
  const { line, column } = buffer.at;
  const here = wordsOf(lineAt(buffer, line)).find(({ end }) => end - 1 > column);
  if (here) return { line, column: here.end - 1 };
  for (let below = line + 1; below < buffer.lines.length; below++) {
    const [first] = wordsOf(lineAt(buffer, below));
    if (first) return { line: below, column: first.end - 1 };
  }
  return textEnd(buffer);
};

/** The next place of a text, from the cursor round the whole document; letters in small match both. */
export function find(buffer: Buffer, wanted: string, isBackwards = false): Place | undefined {
  if (wanted === '') return undefined;
  const fold = (text: string) => (wanted === wanted.toLowerCase() ? text.toLowerCase() : text);
  const { lines, at } = buffer;
  for (let step = 0; step <= lines.length; step++) {
    const line = (at.line + (isBackwards ? -step : step) + lines.length * 2) % lines.length;
    const text = fold(lineAt(buffer, line));
    const column = isBackwards
      ? lastBefore(text, wanted, step === 0 ? at.column : text.length + 1)
      : text.indexOf(wanted, step === 0 ? at.column + 1 : 0);
    if (column >= 0) return { line, column };
  }
  return undefined;
}

function lastBefore(text: string, wanted: string, before: number): number {
  return before <= 0 ? -1 : text.lastIndexOf(wanted, before - 1);
}
