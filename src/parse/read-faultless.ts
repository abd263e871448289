/** Strict JSON that has no mistake, read in one pass; for all else `readJson` says what is wrong. */
import { endOfObject, endOfString, isSpace } from './json-text.ts';
import type { NodeMemory } from './node-memory.ts';
import { MOST_LEVELS, MOST_TEXT } from './read-result.ts';
import type { Member, SourceNode } from './source-node.ts';

/**
 * The tree of a text with the place of each node.
 * INVARIANT: a tree that is given is the one that `readJson` gives; a key that occurs twice is twice in both. Undefined
 * says nothing: the text may be right or wrong.
 */
export function readFaultless(text: string): SourceNode | undefined {
  return readWhole({ text, at: 0, places: true, most: MOST_LEVELS, memory: undefined });
}

/**
 * The same without places, which is faster.
 * @param memory whole policy documents are looked up here by their text, and a known one is the same node again
 */
export function readWithoutPlaces(text: string, memory?: NodeMemory): SourceNode | undefined {
  if (text.length > MOST_TEXT) return undefined;
  // A remembered object has as much depth to itself as what it stands in.
  return readWhole({ text, at: 0, places: false, most: MOST_LEVELS / 2, memory });
}

interface Cursor {
  readonly text: string;
  at: number;
  readonly places: boolean;
  /** How deeply objects and lists may be nested. */
  readonly most: number;
  readonly memory: NodeMemory | undefined;
}

const END = -1;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

function readWhole(cursor: Cursor): SourceNode | undefined {
  const node = readValue(cursor, 0);
  return node && peek(cursor) === END ? node : undefined;
}

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
      const start = cursor.at;
      const text = readString(cursor);
      if (text === undefined) return undefined;
      return cursor.places ? { kind: 'string', text, range: { start, end: cursor.at } } : { kind: 'string', text };
    }
    case OPEN_OBJECT:
      return level < cursor.most ? readObject(cursor, level + 1) : undefined;
    case OPEN_LIST:
      return level < cursor.most ? readList(cursor, level + 1) : undefined;
    default:
      return readWord(cursor);
  }
}

function readObject(cursor: Cursor, level: number): SourceNode | undefined {
  const start = cursor.at;
  cursor.at += 1;
  const members: Member[] = [];
  if (!take(cursor, CLOSE_OBJECT)) {
    do {
      if (peek(cursor) !== QUOTE) return undefined;
      const keyStart = cursor.at;
      const key = readString(cursor);
      if (key === undefined) return undefined;
      if (cursor.memory && members.length === 0 && BEGINS_A_POLICY.has(key)) return readRemembered(cursor, start);
      const keyEnd = cursor.at;
      const value = take(cursor, COLON) ? readValue(cursor, level) : undefined;
      if (!value) return undefined;
      members.push(cursor.places ? { key, keyRange: { start: keyStart, end: keyEnd }, value } : { key, value });
    } while (take(cursor, COMMA));
    if (!take(cursor, CLOSE_OBJECT)) return undefined;
  }
  return cursor.places ? { kind: 'object', members, range: { start, end: cursor.at } } : { kind: 'object', members };
}

const BEGINS_A_POLICY = new Set(['Version', 'Id', 'Statement']);

/** Where the object ends is a guess until its text turns out to be known, or reads as one object. */
function readRemembered(cursor: Cursor, start: number): SourceNode | undefined {
  const { text, memory } = cursor;
  const end = endOfObject(text, start);
  if (!memory || end === undefined) return undefined;
  cursor.at = end;
  return memory(text, { start, end }, (part) => readWithoutPlaces(part));
}

function readList(cursor: Cursor, level: number): SourceNode | undefined {
  const start = cursor.at;
  cursor.at += 1;
  const items: SourceNode[] = [];
  if (!take(cursor, CLOSE_LIST)) {
    do {
      const item = readValue(cursor, level);
      if (!item) return undefined;
      items.push(item);
    } while (take(cursor, COMMA));
    if (!take(cursor, CLOSE_LIST)) return undefined;
  }
  return cursor.places ? { kind: 'array', items, range: { start, end: cursor.at } } : { kind: 'array', items };
}

/** Stands on the opening quote, ends behind the closing one. */
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
const WORDS = [
  { text: 'true', kind: 'boolean' },
  { text: 'false', kind: 'boolean' },
  { text: 'null', kind: 'null' },
] as const;

function readWord(cursor: Cursor): SourceNode | undefined {
  const { text: whole, at: start, places } = cursor;
  const word = WORDS.find(({ text }) => whole.startsWith(text, start));
  NUMBER.lastIndex = start;
  const text = word?.text ?? NUMBER.exec(whole)?.[0];
  if (text === undefined) return undefined;
  cursor.at = start + text.length;
  const kind = word?.kind ?? 'number';
  return places ? { kind, text, range: { start, end: cursor.at } } : { kind, text };
}
