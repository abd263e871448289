/** The editor of one file: its buffer, what undo goes back to, and how keys are meant. */
import { type Buffer, bufferOf, lineBreakOf, moved, type Place, placeOf, replaced } from './buffer.ts';

export interface Editor {
  readonly buffer: Buffer;
  /** What the lines are joined with. */
  readonly lineBreak: string;
  /** Before each step that can be undone, the newest last. */
  readonly past: readonly Buffer[];
  /** What was undone, the next to be done again last. */
  readonly future: readonly Buffer[];
  /** Changes of the same kind, one behind the other, are one step: what is typed in one go. */
  readonly group?: string;
  readonly keys: 'simple' | 'vim';
  /** Of vim's; the simple keys always insert. */
  readonly mode: 'normal' | 'insert';
  /** Of vim's: keys of a command that has begun, a count among them. */
  readonly pending: string;
  /** What was cut or copied last. */
  readonly register: Register;
  /** What was looked for last. */
  readonly search: string;
  /** First line and column of the screen that are shown. */
  readonly top: number;
  readonly left: number;
}

export interface Register {
  readonly text: string;
  /** Whole lines are put below or above the line of the cursor. */
  readonly isLines: boolean;
}

const MOST_STEPS = 500;

export function openEditor(text: string, keys: Editor['keys'], at?: Place): Editor {
  return {
    ...{
      buffer: bufferOf(text, at),
      lineBreak: lineBreakOf(text),
      past: [],
      future: [],
      keys,
      pending: '',
      search: '',
    },
    ...{ mode: keys === 'vim' ? 'normal' : 'insert', register: { text: '', isLines: false }, top: 0, left: 0 },
  };
}

export function textOfEditor({ buffer, lineBreak }: Editor): string {
  return buffer.lines.join(lineBreak);
}

/** The cursor elsewhere: what is typed then is a step of its own. */
export function withCursor(editor: Editor, buffer: Buffer): Editor {
  const { group: _ended, ...rest } = editor;
  return { ...rest, buffer };
}

/**
 * The text changed.
 *
 * @param group with that of the change before, they are undone together
 */
export function withChange(editor: Editor, buffer: Buffer, group?: string): Editor {
  const { group: before, ...rest } = editor;
  const goesOn = group !== undefined && group === before;
  if (sameLines(buffer, editor.buffer)) return goesOn ? { ...editor, buffer } : withCursor(editor, buffer);
  const past = goesOn ? editor.past : [...editor.past, editor.buffer].slice(-MOST_STEPS);
  return { ...rest, buffer, past, future: [], ...(group === undefined ? {} : { group }) };
}

function sameLines(one: Buffer, other: Buffer): boolean {
  return one.lines.length === other.lines.length && one.lines.every((line, index) => line === other.lines[index]);
}

export function undo(editor: Editor): Editor {
  const before = editor.past.at(-1);
  if (!before) return editor;
  const { group: _ended, ...rest } = editor;
  return { ...rest, buffer: before, past: editor.past.slice(0, -1), future: [...editor.future, editor.buffer] };
}

export function redo(editor: Editor): Editor {
  const next = editor.future.at(-1);
  if (!next) return editor;
  const { group: _ended, ...rest } = editor;
  return { ...rest, buffer: next, future: editor.future.slice(0, -1), past: [...editor.past, editor.buffer] };
}

/** An edit from elsewhere, a completion or a fix, as one step. Offsets are UTF-16 units of the text. */
export function withEdit(
  editor: Editor,
  edit: { readonly from: number; readonly to: number; readonly insert: string },
): Editor {
  const { buffer, lineBreak } = editor;
  const span = { from: placeOf(buffer, edit.from, lineBreak), to: placeOf(buffer, edit.to, lineBreak) };
  return withChange(editor, replaced(buffer, span, edit.insert));
}

/** The cursor at an offset of the text. */
export function withCaret(editor: Editor, offset: number): Editor {
  return withCursor(editor, moved(editor.buffer, placeOf(editor.buffer, offset, editor.lineBreak)));
}

/** The text became another outside of the editor: that is one step, and the cursor stays where it can. */
export function withText(editor: Editor, text: string): Editor {
  if (text === textOfEditor(editor)) return editor;
  const fresh = bufferOf(text);
  return { ...withChange(editor, moved(fresh, editor.buffer.at)), lineBreak: lineBreakOf(text) };
}

/** The cursor is in sight, with a line of what is above and below. */
export function scrolled(
  editor: Editor,
  { width, height }: { readonly width: number; readonly height: number },
  column: number,
): Editor {
  const { line } = editor.buffer.at;
  const margin = height > 6 ? 2 : 0;
  const last = Math.max(0, editor.buffer.lines.length - height);
  const top = Math.max(0, Math.min(last, line - margin, Math.max(editor.top, line - height + 1 + margin)));
  const left = column < editor.left + 1 ? Math.max(0, column - 8) : Math.max(editor.left, column - width + 2);
  return top === editor.top && left === editor.left ? editor : { ...editor, top, left };
}
