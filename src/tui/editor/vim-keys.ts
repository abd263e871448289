/** The keys of vi that hands know: two modes, counts, d, c and y with moves, lines, put, undo, search. */
import type { Input } from '../keys/key.ts';
import { type Buffer, lineAt, moved, type Place, replaced, type Span, START, textBetween, within } from './buffer.ts';
import { type Editor, type Register, redo, undo, withChange, withCursor } from './editor.ts';
import {
  characterAfter,
  indentOf,
  left,
  lineEnd,
  type Move,
  nextWord,
  previousWord,
  textEnd,
  vertical,
  wordEnd,
} from './moves.ts';
import { found, simpleKey, TYPING } from './simple-keys.ts';
import { indented, newLine, spanTo, withoutLines } from './typing.ts';

/** @param page lines of the panel; undefined: the key is none of the editor */
export function vimKey(editor: Editor, input: Input, page: number): Editor | undefined {
  if (editor.mode === 'insert') return insertKey(editor, input, page);
  if (input.kind === 'paste') return simpleKey(editor, input, page);
  const { name } = input;
  if (editor.pending === '' && (name === 'esc' || name === ':' || name === '/' || name === '?')) return undefined;
  if (name === 'esc') return { ...editor, pending: '' };
  const keys = `${editor.pending}${input.text ?? `<${name}>`}`;
  const parts = COMMAND.exec(keys);
  if (parts) {
    const [, count = '', operator = '', again = '', motion = ''] = parts;
    const given = count === '' && again === '' ? undefined : Number(count || '1') * Number(again || '1');
    const next = operator === '' ? act(editor, motion, given, page) : operate(editor, operator, motion, given);
    if (next) return inSight({ ...next, pending: '' });
  }
  if (BEGUN.test(keys)) return { ...editor, pending: keys };
  // None of vi's: those that are keys everywhere go on to the commands.
  return editor.pending === '' && name.length > 1 ? undefined : { ...editor, pending: '' };
}

const COMMAND = /^([1-9]\d*)?([dcy]?)([1-9]\d*)?(gg|r.|<[^>]+>|[^\d]|0)$/su;
const BEGUN = /^(?:[1-9]\d*)?(?:[dcy](?:[1-9]\d*)?)?[gr]?$/;

function insertKey(editor: Editor, input: Input, page: number): Editor | undefined {
  if (input.kind === 'key' && input.name === 'esc') {
    const { line, column } = editor.buffer.at;
    const at = column > 0 ? left(editor.buffer) : { line, column };
    return { ...withCursor(editor, moved(editor.buffer, at)), mode: 'normal' };
  }
  return simpleKey(editor, input, page);
}

/** In normal mode the cursor is on a character, not behind the last. */
function inSight(editor: Editor): Editor {
  const { buffer, mode } = editor;
  const { line, column } = buffer.at;
  const length = lineAt(buffer, line).length;
  if (mode === 'insert' || column < length || column === 0) return editor;
  const { goal } = buffer;
  const last = left({ ...buffer, at: { line, column: length } });
  return { ...editor, buffer: { ...moved(buffer, last), ...(goal === undefined ? {} : { goal }) } };
}

const firstOfLine: Move = (buffer) => ({ line: buffer.at.line, column: indentOf(lineAt(buffer, buffer.at.line)) });

/** Within the line. */
const MOVES: Readonly<Record<string, Move>> = {
  h: (buffer) => (buffer.at.column > 0 ? left(buffer) : buffer.at),
  l: ({ at, lines }) => ({ line: at.line, column: characterAfter(lines[at.line] ?? '', at.column) }),
  '0': ({ at }) => ({ line: at.line, column: 0 }),
  '^': firstOfLine,
  $: lineEnd,
  w: nextWord,
  b: previousWord,
  e: wordEnd,
};
const NAMES: Readonly<Record<string, string>> = {
  '<left>': 'h',
  '<backspace>': 'h',
  '<right>': 'l',
  ' ': 'l',
  '<home>': '0',
  '<end>': '$',
  '<up>': 'k',
  '<down>': 'j',
  '<enter>': '+',
  '<delete>': 'x',
};

function repeated(buffer: Buffer, move: Move, count: number): Place {
  let at = buffer;
  for (let index = 0; index < count; index++) at = moved(at, move(at));
  return at.at;
}

/** Undefined for keys that are no command. */
function act(editor: Editor, key: string, given: number | undefined, page: number): Editor | undefined {
  const { buffer } = editor;
  const { line, column } = buffer.at;
  const name = NAMES[key] ?? key;
  const count = given ?? 1;
  const insertAt = (place: Place, from: Buffer = buffer): Editor => ({
    ...withCursor(editor, moved(from, place)),
    mode: 'insert',
  });
  const move = MOVES[name];
  if (move) return withCursor(editor, moved(buffer, repeated(buffer, move, count)));
  const by = {
    j: count,
    k: -count,
    '<ctrl-d>': Math.ceil(page / 2),
    '<ctrl-u>': -Math.ceil(page / 2),
    '<page-down>': page,
    '<page-up>': -page,
  }[name];
  if (by !== undefined) return withCursor(editor, vertical(buffer, by));
  if (name.startsWith('r')) return name.length > 1 ? overwritten(editor, name.slice(1), count) : undefined;
  switch (name) {
    case 'gg':
      return withCursor(editor, moved(buffer, { line: (given ?? 1) - 1, column: 0 }));
    case 'G':
      return withCursor(
        editor,
        moved(buffer, given === undefined ? { ...textEnd(buffer), column: 0 } : { line: given - 1, column: 0 }),
      );
    case '+':
      return withCursor(editor, moved(buffer, firstOfLine(vertical(buffer, count))));
    case 'i':
      return insertAt(buffer.at);
    case 'a':
      return insertAt({ line, column: characterAfter(lineAt(buffer, line), column) });
    case 'I':
      return insertAt(firstOfLine(buffer));
    case 'A':
      return insertAt(lineEnd(buffer));
    case 'o':
      return insertingFrom(editor, newLine(moved(buffer, lineEnd(buffer))));
    case 'O': {
      const indent = ' '.repeat(indentOf(lineAt(buffer, line)));
      const opened = replaced(buffer, { from: { line, column: 0 }, to: { line, column: 0 } }, `${indent}\n`);
      return insertingFrom(editor, moved(opened, { line, column: indent.length }));
    }
    case 'x':
      return operate(editor, 'd', 'l', count);
    case 'D':
      return operate(editor, 'd', '$', 1);
    case 'C':
      return operate(editor, 'c', '$', 1);
    case 's':
      return operate(editor, 'c', 'l', count);
    case 'J':
      return joined(editor);
    case 'p':
    case 'P':
      return put(editor, name === 'P', count);
    case 'u':
      return repeatedly(editor, undo, count);
    case '<ctrl-r>':
      return repeatedly(editor, redo, count);
    case 'n':
    case 'N':
      return repeatedly(editor, (one) => found(one, name === 'N'), count);
    case '>':
    case '<':
      return withChange(editor, indented(buffer, name === '>' ? 1 : -1));
    default:
      return undefined;
  }
}

function repeatedly(editor: Editor, change: (editor: Editor) => Editor, count: number): Editor {
  let now = editor;
  for (let index = 0; index < count; index++) now = change(now);
  return now;
}

/** d, c and y: with a move, or twice for whole lines. */
function operate(editor: Editor, operator: string, key: string, given: number | undefined): Editor | undefined {
  const { buffer } = editor;
  const name = NAMES[key] ?? key;
  const count = given ?? 1;
  const { line } = buffer.at;
  const last = buffer.lines.length - 1;
  if (name === operator) return ofLines(editor, operator, line, Math.min(count, last - line + 1));
  if (name === 'j') return ofLines(editor, operator, line, Math.min(count, last - line) + 1);
  if (name === 'k') return ofLines(editor, operator, Math.max(0, line - count), Math.min(count, line) + 1);
  if (name === 'G') return ofLines(editor, operator, line, last - line + 1);
  if (name === 'gg') return ofLines(editor, operator, 0, line + 1);
  const move = MOVES[name];
  if (!move) return undefined;
  // `cw` changes the word, not the space behind it.
  const isWord = operator === 'c' && name === 'w' && isOnWord(buffer);
  const to = isWord ? repeated(endOfWord(buffer), wordEnd, count - 1) : repeated(buffer, move, count);
  const span = withEnd(buffer, spanTo(buffer, to), isWord || name === 'e');
  const inLine = name === 'w' && span.to.line > line ? { from: span.from, to: lineEnd(buffer) } : span;
  const register = { text: textBetween(buffer, inLine), isLines: false };
  if (operator === 'y') return { ...withCursor(editor, moved(buffer, inLine.from)), register };
  const emptied = replaced(buffer, inLine, '');
  return { ...(operator === 'c' ? insertingFrom(editor, emptied) : withChange(editor, emptied)), register };
}

function isOnWord({ lines, at }: Buffer): boolean {
  return /\S/.test((lines[at.line] ?? '')[at.column] ?? ' ');
}

/** The last character of the word under the cursor. */
function endOfWord(buffer: Buffer): Buffer {
  const { line, column } = buffer.at;
  const before = { line, column: column - 1 };
  // From the character before, the end of this word is the next end that there is.
  const end = column === 0 ? undefined : wordEnd({ lines: buffer.lines, at: before });
  return moved(buffer, end ?? firstEnd(buffer));
}

function firstEnd(buffer: Buffer): Place {
  const { line } = buffer.at;
  const padded = { lines: [` ${lineAt(buffer, line)}`], at: START };
  return { line, column: wordEnd(padded).column - 1 };
}

/** What is typed next belongs to the same step of undo. */
function insertingFrom(editor: Editor, buffer: Buffer): Editor {
  return { ...withChange(editor, buffer, TYPING), mode: 'insert' };
}

/** The character that the move ended on is meant too. */
function withEnd({ lines }: Buffer, { from, to }: Span, isInclusive: boolean): Span {
  if (!isInclusive) return { from, to };
  return { from, to: { line: to.line, column: characterAfter(lines[to.line] ?? '', to.column) } };
}

function ofLines(editor: Editor, operator: string, first: number, count: number): Editor {
  const { buffer } = editor;
  const register: Register = { text: buffer.lines.slice(first, first + count).join('\n'), isLines: true };
  if (operator === 'y') return { ...withCursor(editor, moved(buffer, { ...buffer.at, line: first })), register };
  if (operator === 'd') return { ...withChange(editor, withoutLines(buffer, first, count)), register };
  const indent = ' '.repeat(indentOf(lineAt(buffer, first)));
  const end = { line: first + count - 1, column: lineAt(buffer, first + count - 1).length };
  const emptied = replaced(buffer, { from: { line: first, column: 0 }, to: end }, indent);
  return { ...insertingFrom(editor, emptied), register };
}

function put(editor: Editor, isBefore: boolean, count: number): Editor {
  const { buffer, register } = editor;
  const { line, column } = buffer.at;
  if (register.text === '' && !register.isLines) return editor;
  if (!register.isLines) {
    const text = lineAt(buffer, line);
    const at = { line, column: isBefore || text === '' ? column : characterAfter(text, column) };
    return withChange(editor, replaced(buffer, { from: at, to: at }, register.text.repeat(count)));
  }
  const lines = Array.from({ length: count }, () => register.text.split('\n')).flat();
  const first = isBefore ? line : line + 1;
  const all = [...buffer.lines.slice(0, first), ...lines, ...buffer.lines.slice(first)];
  return withChange(editor, { lines: all, at: within(all, { line: first, column: indentOf(lines[0] ?? '') }) });
}

function joined(editor: Editor): Editor {
  const { buffer } = editor;
  const { line } = buffer.at;
  if (line + 1 >= buffer.lines.length) return editor;
  const below = lineAt(buffer, line + 1);
  const to = { line: line + 1, column: indentOf(below) };
  const joint = replaced(buffer, { from: lineEnd(buffer), to }, below.trim() === '' ? '' : ' ');
  return withChange(editor, joint);
}

function overwritten(editor: Editor, character: string, count: number): Editor | undefined {
  const { buffer } = editor;
  const to = repeated(buffer, MOVES.l ?? lineEnd, count);
  const over = replaced(buffer, { from: buffer.at, to }, character.repeat(count));
  return withChange(editor, moved(over, buffer.at));
}

/** The line of `:12`, or the very start for none. */
export function lineNumbered(editor: Editor, text: string): Editor {
  const line = Number.parseInt(text, 10) - 1;
  return withCursor(editor, moved(editor.buffer, Number.isNaN(line) ? START : { line, column: 0 }));
}
