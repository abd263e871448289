/** What typing does to a text: brackets and quotes come in pairs, a new line keeps the indent. */
import { type Buffer, lineAt, moved, type Place, replaced, type Span, selectionOf } from './buffer.ts';
import { indentOf, left, type Move, right } from './moves.ts';

const PAIRS: Readonly<Record<string, string>> = { '"': '"', '{': '}', '[': ']' };
const CLOSING = new Set(Object.values(PAIRS));
export const INDENT = '  ';

function here({ at }: Buffer): Span {
  return { from: at, to: at };
}

/** In the place of the selection, as it is: a paste. */
export function insertText(buffer: Buffer, text: string): Buffer {
  return replaced(buffer, selectionOf(buffer) ?? here(buffer), text);
}

/** One character, with its other half where there is one, and not twice where that stands already. */
export function typeCharacter(buffer: Buffer, character: string): Buffer {
  const { line, column } = buffer.at;
  const text = lineAt(buffer, line);
  if (selectionOf(buffer)) return insertText(buffer, character);
  if (CLOSING.has(character) && text[column] === character) return moved(buffer, { line, column: column + 1 });
  const other = PAIRS[character];
  if (other === undefined || !isFree(text, column, character)) return insertText(buffer, character);
  const both = insertText(buffer, character + other);
  return moved(both, { line, column: column + 1 });
}

/** Nothing stands behind the cursor that the other half would be wrong before; a quote in a string ends that. */
function isFree(text: string, column: number, character: string): boolean {
  const next = text[column];
  if (next !== undefined && !/[\s,}\]:]/.test(next)) return false;
  if (isInString(text, column)) return false;
  return character !== '"' || !/[\p{L}\p{N}_]$/u.test(text.slice(0, column));
}

/** Whether a string of JSON is open there; strings never go over lines. */
export function isInString(text: string, column: number): boolean {
  let open = false;
  for (let index = 0; index < column; index++) {
    if (text[index] === '\\' && open) index++;
    else if (text[index] === '"') open = !open;
  }
  return open;
}

/** The indent of this line, one step more behind an opening bracket; a pair is opened up. */
export function newLine(buffer: Buffer): Buffer {
  const bare = selectionOf(buffer) ? insertText(buffer, '') : buffer;
  const { line, column } = bare.at;
  const text = lineAt(bare, line);
  const indent = text.slice(0, Math.min(column, indentOf(text)));
  const before = text.slice(0, column).trimEnd().at(-1) ?? '';
  const after = text.slice(column).trimStart()[0] ?? '';
  if (before !== '{' && before !== '[') return replaced(bare, here(bare), `\n${indent}`);
  const opened = replaced(bare, here(bare), `\n${indent}${INDENT}`);
  if (after !== PAIRS[before]) return opened;
  const pair = replaced(
    opened,
    { from: opened.at, to: { line: opened.at.line, column: opened.at.column + spacesAt(opened) } },
    `\n${indent}`,
  );
  return moved(pair, opened.at);
}

function spacesAt({ lines, at }: Buffer): number {
  return indentOf((lines[at.line] ?? '').slice(at.column));
}

/** The character before, both halves of an empty pair, or a step of the indent. */
export function backspace(buffer: Buffer): Buffer {
  if (selectionOf(buffer)) return insertText(buffer, '');
  const { line, column } = buffer.at;
  const text = lineAt(buffer, line);
  const before = text.slice(0, column);
  if (PAIRS[before.at(-1) ?? ''] !== undefined && PAIRS[before.at(-1) ?? ''] === text[column]) {
    return replaced(buffer, { from: { line, column: column - 1 }, to: { line, column: column + 1 } }, '');
  }
  if (before !== '' && before.trim() === '' && before.length % INDENT.length === 0) {
    return replaced(buffer, { from: { line, column: column - INDENT.length }, to: buffer.at }, '');
  }
  return deletedTo(buffer, left);
}

export function deleteForward(buffer: Buffer): Buffer {
  return selectionOf(buffer) ? insertText(buffer, '') : deletedTo(buffer, right);
}

/** What is between the cursor and where a move goes. */
export function deletedTo(buffer: Buffer, move: Move): Buffer {
  return replaced(buffer, spanTo(buffer, move(buffer)), '');
}

export function spanTo({ at }: Buffer, to: Place): Span {
  return to.line < at.line || (to.line === at.line && to.column < at.column) ? { from: to, to: at } : { from: at, to };
}

/** Whole lines, with the line break behind the last or, at the end, before the first. */
export function withoutLines({ lines }: Buffer, first: number, count: number): Buffer {
  const rest = [...lines.slice(0, first), ...lines.slice(first + count)];
  const kept = rest.length > 0 ? rest : [''];
  const line = Math.min(first, kept.length - 1);
  return { lines: kept, at: { line, column: indentOf(kept[line] ?? '') } };
}

/** The lines of the selection, or the one of the cursor, a step to the right or to the left. */
export function indented(buffer: Buffer, by: 1 | -1): Buffer {
  const { from, to } = selectionOf(buffer) ?? here(buffer);
  const change = (text: string) => (by > 0 ? (text === '' ? '' : INDENT + text) : text.replace(/^ {1,2}|^\t/, ''));
  const lines = buffer.lines.map((text, index) => (index >= from.line && index <= to.line ? change(text) : text));
  const shift = ({ line, column }: Place): Place => {
    const grown = (lines[line] ?? '').length - lineAt(buffer, line).length;
    return { line, column: Math.max(0, column + grown) };
  };
  const { at, anchor } = buffer;
  return { lines, at: shift(at), ...(anchor ? { anchor: shift(anchor) } : {}) };
}
