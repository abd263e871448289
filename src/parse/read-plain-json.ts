/** JSON text to a tree without places, fast. What is in any way odd is left to `readJson`, which can say what is wrong. */
import type { NodeMemory } from './node-memory.ts';
import { endOfObject, endOfString, isSpace } from './plain-json-text.ts';
import { MOST_LEVELS, MOST_TEXT } from './read-result.ts';
import type { Member, SourceNode } from './source-node.ts';

/** A remembered object has as much depth to itself as what it stands in. */
const MOST_PLAIN_LEVELS = MOST_LEVELS / 2;

interface Cursor {
  readonly text: string;
  at: number;
  readonly memory: NodeMemory | undefined;
}

/**
 * INVARIANT: a tree that is given is the one that `readJson` gives, without its places; a key that occurs twice is twice
 * in both. Undefined says nothing: the text may be right or wrong.
 * @param memory whole policy documents are looked up here by their text, and a known one is the same node again
 */
export function readPlainJson(text: string, memory?: NodeMemory): SourceNode | undefined {
  if (text.length > MOST_TEXT) return undefined;
  const cursor: Cursor = { text, at: 0, memory };
  const node = readValue(cursor, 0);
  return node && peek(cursor) === END ? node : undefined;
}

const END = -1;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** The next character that is no white space. */
function peek(cursor: Cursor): number {
  const { text } = cursor;
  while (cursor.at < text.length) {
    const code = text.charCodeAt(cursor.at);
    if (!isSpace(code)) return code;
    cursor.at += 1;
  }
  return END;
}

function take(cursor: Cursor, code: number): boolean {
  if (peek(cursor) !== code) return false;
  cursor.at += 1;
  return true;
}

function readValue(cursor: Cursor, level: number): SourceNode | undefined {
  switch (peek(cursor)) {
    case QUOTE: {
      const text = readString(cursor);
      return text === undefined ? undefined : { kind: 'string', text };
    }
    case OPEN_OBJECT:
      return level < MOST_PLAIN_LEVELS ? readObject(cursor, level + 1) : undefined;
    case OPEN_LIST:
      return level < MOST_PLAIN_LEVELS ? readList(cursor, level + 1) : undefined;
    default:
      return readWord(cursor);
  }
}

function readObject(cursor: Cursor, level: number): SourceNode | undefined {
  const start = cursor.at;
  cursor.at += 1;
  const members: Member[] = [];
  if (take(cursor, CLOSE_OBJECT)) return { kind: 'object', members };
  for (;;) {
    if (peek(cursor) !== QUOTE) return undefined;
    const key = readString(cursor);
    if (key === undefined) return undefined;
    if (cursor.memory && members.length === 0 && BEGINS_A_POLICY.has(key)) return readRemembered(cursor, start);
    const value = take(cursor, COLON) ? readValue(cursor, level) : undefined;
    if (!value) return undefined;
    members.push({ key, value });
    if (take(cursor, COMMA)) continue;
    return take(cursor, CLOSE_OBJECT) ? { kind: 'object', members } : undefined;
  }
}

const BEGINS_A_POLICY = new Set(['Version', 'Id', 'Statement']);

/** Where the object ends is a guess until its text turns out to be known, or reads as one object. */
function readRemembered(cursor: Cursor, start: number): SourceNode | undefined {
  const { text, memory } = cursor;
  const end = endOfObject(text, start);
  if (!memory || end === undefined) return undefined;
  cursor.at = end;
  return memory(text, { start, end }, (part) => readPlainJson(part));
}

function readList(cursor: Cursor, level: number): SourceNode | undefined {
  cursor.at += 1;
  const items: SourceNode[] = [];
  if (take(cursor, CLOSE_LIST)) return { kind: 'array', items };
  for (;;) {
    const item = readValue(cursor, level);
    if (!item) return undefined;
    items.push(item);
    if (take(cursor, COMMA)) continue;
    return take(cursor, CLOSE_LIST) ? { kind: 'array', items } : undefined;
  }
}

function readString(cursor: Cursor): string | undefined {
  const { text, at } = cursor;
  const found = endOfString(text, at);
  if (!found) return undefined;
  cursor.at = found.end;
  return found.plain ? text.slice(at + 1, found.end - 1) : unescaped(text.slice(at, found.end));
}

function unescaped(written: string): string | undefined {
  try {
    return String(JSON.parse(written));
  } catch {
    return undefined;
  }
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

function readWord(cursor: Cursor): SourceNode | undefined {
  const { text, at } = cursor;
  for (const word of ['true', 'false', 'null']) {
    if (!text.startsWith(word, at)) continue;
    cursor.at += word.length;
    return { kind: word === 'null' ? 'null' : 'boolean', text: word };
  }
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(text)?.[0];
  if (number === undefined) return undefined;
  cursor.at += number.length;
  return { kind: 'number', text: number };
}
