/** Keys of an editor without modes: what is typed is inserted, arrows move, with shift they select. */
import type { Input } from '../keys/key.ts';
import { type Buffer, lineAt, moved, type Place, START, selectionOf, textBetween } from './buffer.ts';
import { type Editor, redo, undo, withChange, withCursor } from './editor.ts';
import {
  find,
  left,
  lineEnd,
  lineStart,
  type Move,
  nextWord,
  previousWord,
  right,
  textEnd,
  vertical,
} from './moves.ts';
import {
  backspace,
  deletedTo,
  deleteForward,
  INDENT,
  indented,
  insertText,
  newLine,
  typeCharacter,
  withoutLines,
} from './typing.ts';

/** What is typed in one go is one step of undo. */
export const TYPING = 'typing';

const MOVES: Readonly<Record<string, Move>> = {
  left,
  right,
  home: lineStart,
  end: lineEnd,
  'ctrl-a': lineStart,
  'ctrl-e': lineEnd,
  'ctrl-left': previousWord,
  'ctrl-right': nextWord,
  'alt-left': previousWord,
  'alt-right': nextWord,
  'ctrl-home': () => START,
  'ctrl-end': textEnd,
};

const CHANGES: Readonly<Record<string, readonly [change: (buffer: Buffer) => Buffer, group?: string]>> = {
  enter: [newLine],
  backspace: [backspace, 'delete'],
  'ctrl-h': [backspace, 'delete'],
  delete: [deleteForward, 'delete'],
  'ctrl-w': [(buffer) => deletedTo(buffer, previousWord)],
  'shift-tab': [(buffer) => indented(buffer, -1)],
};

/** @param page lines of the panel; undefined: the key is none of the editor */
export function simpleKey(editor: Editor, input: Input, page: number): Editor | undefined {
  const { buffer } = editor;
  if (input.kind === 'paste') return withChange(editor, insertText(buffer, input.text));
  const { name } = input;
  const isSelecting = name.includes('shift-') && name !== 'shift-tab';
  const plain = name.replace('shift-', '');
  const move = MOVES[plain];
  if (move)
    return withCursor(editor, movedTo(buffer, collapsed(buffer, plain, isSelecting) ?? move(buffer), isSelecting));
  const by = { up: -1, down: 1, 'page-up': -page, 'page-down': page }[plain];
  if (by !== undefined) return withCursor(editor, selecting(vertical(buffer, by), buffer, isSelecting));
  const change = CHANGES[name];
  if (change) return withChange(editor, change[0](buffer), change[1]);
  switch (name) {
    case 'tab':
      return withChange(editor, selectionOf(buffer) ? indented(buffer, 1) : insertText(buffer, INDENT));
    case 'ctrl-u':
    case 'ctrl-_':
      return undo(editor);
    case 'ctrl-y':
      return redo(editor);
    case 'ctrl-k':
      return cut(editor);
    case 'alt-c':
      return { ...editor, register: taken(buffer) };
    case 'ctrl-v':
      return put(editor);
    case 'f3':
    case 'ctrl-g':
      return found(editor, false);
    case 'shift-f3':
      return found(editor, true);
    default:
      return input.text === undefined ? undefined : withChange(editor, typeCharacter(buffer, input.text), TYPING);
  }
}

/** Left and right leave a selection at its end of that side. */
function collapsed(buffer: Buffer, name: string, isSelecting: boolean): Place | undefined {
  const selected = isSelecting ? undefined : selectionOf(buffer);
  return selected && { left: selected.from, right: selected.to }[name];
}

function movedTo(buffer: Buffer, to: Place, isSelecting: boolean): Buffer {
  return moved(buffer, to, isSelecting ? (buffer.anchor ?? buffer.at) : undefined);
}

function selecting(after: Buffer, before: Buffer, isSelecting: boolean): Buffer {
  const { anchor: _left, ...rest } = after;
  return isSelecting ? { ...rest, anchor: before.anchor ?? before.at } : rest;
}

/** The selection, or the line. */
function taken(buffer: Buffer): Editor['register'] {
  const selected = selectionOf(buffer);
  return selected
    ? { text: textBetween(buffer, selected), isLines: false }
    : { text: lineAt(buffer, buffer.at.line), isLines: true };
}

function cut(editor: Editor): Editor {
  const { buffer } = editor;
  const register = taken(buffer);
  const rest = register.isLines ? withoutLines(buffer, buffer.at.line, 1) : insertText(buffer, '');
  return { ...withChange(editor, rest), register };
}

function put(editor: Editor): Editor {
  const { register, buffer } = editor;
  if (!register.isLines) return withChange(editor, insertText(buffer, register.text));
  const above = { line: buffer.at.line, column: 0 };
  return withChange(editor, insertText(moved(buffer, above), `${register.text}\n`));
}

/** At the next place of what was looked for. */
export function found(editor: Editor, isBackwards: boolean): Editor {
  const place = find(editor.buffer, editor.search, isBackwards);
  return place ? withCursor(editor, moved(editor.buffer, place)) : editor;
}
