/** One line of text while it is typed. */

import type { Input } from '../keys/key.ts';
import { graphemes } from '../text-width.ts';

export interface LineText {
  readonly text: string;
  /** Where the next character goes, in UTF-16 units. */
  readonly at: number;
}

export function lineText(text = ''): LineText {
  return { text, at: text.length };
}

/** Undefined for a key that is none of a line. */
export function typeInLine(line: LineText, input: Input): LineText | undefined {
  const { text, at } = line;
  if (input.kind === 'paste') return insert(line, input.text.replace(/\s*\n\s*/g, ' ').trim());
  switch (input.name) {
    case 'left':
    case 'ctrl-b':
      return { text, at: before(text, at) };
    case 'right':
    case 'ctrl-f':
      return { text, at: after(text, at) };
    case 'home':
    case 'ctrl-a':
      return { text, at: 0 };
    case 'end':
    case 'ctrl-e':
      return { text, at: text.length };
    case 'backspace':
    case 'ctrl-h':
      return cut(text, before(text, at), at);
    case 'delete':
      return cut(text, at, after(text, at));
    case 'ctrl-u':
      return cut(text, 0, at);
    case 'ctrl-k':
      return cut(text, at, text.length);
    case 'ctrl-w':
      return cut(text, text.slice(0, at).replace(/\S+\s*$/, '').length, at);
    default:
      return input.text === undefined ? undefined : insert(line, input.text);
  }
}

function insert({ text, at }: LineText, added: string): LineText {
  return { text: text.slice(0, at) + added + text.slice(at), at: at + added.length };
}

function cut(text: string, start: number, end: number): LineText {
  return { text: text.slice(0, start) + text.slice(end), at: start };
}

function before(text: string, at: number): number {
  let last = 0;
  for (const { index } of graphemes(text)) {
    if (index >= at) break;
    last = index;
  }
  return last;
}

function after(text: string, at: number): number {
  for (const { index } of graphemes(text)) if (index > at) return index;
  return text.length;
}
