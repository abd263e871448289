/** Strict JSON that has no mistake, read in one pass; for all else the slower reader says what is wrong. */
import { MOST_LEVELS } from './read-result.ts';
import type { Member, SourceNode } from './source-node.ts';

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = [
  { text: 'true', kind: 'boolean' },
  { text: 'false', kind: 'boolean' },
  { text: 'null', kind: 'null' },
] as const;

/** The tree of a JSON text; undefined where it has a mistake or is nested too deeply. */
export function readFaultless(text: string): SourceNode | undefined {
  const reader: Reader = { text, at: 0, depth: 0 };
  skipSpace(reader);
  const node = readValue(reader);
  skipSpace(reader);
  return node && reader.at === text.length ? node : undefined;
}

interface Reader {
  readonly text: string;
  at: number;
  depth: number;
}

function skipSpace(reader: Reader): number {
  const { text } = reader;
  let { at } = reader;
  let code = text.charCodeAt(at);
  while (code === 32 || code === 10 || code === 13 || code === 9) code = text.charCodeAt(++at);
  reader.at = at;
  return code;
}

function readValue(reader: Reader): SourceNode | undefined {
  const start = reader.at;
  switch (reader.text.charCodeAt(start)) {
    case QUOTE: {
      const text = readString(reader);
      return text === undefined ? undefined : { kind: 'string', text, range: { start, end: reader.at } };
    }
    case OPEN_OBJECT:
      return readObject(reader);
    case OPEN_LIST:
      return readList(reader);
    default:
      return readScalar(reader);
  }
}

/** Stands on the opening quote, ends behind the closing one. */
function readString(reader: Reader): string | undefined {
  const { text } = reader;
  const start = reader.at;
  let escaped = false;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      reader.at = at + 1;
      return escaped ? unescaped(text.slice(start, at + 1)) : text.slice(start + 1, at);
    }
    if (code < 32) return undefined;
    if (code !== BACKSLASH) continue;
    escaped = true;
    at++;
  }
  return undefined;
}

function unescaped(quoted: string): string | undefined {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}

function readObject(reader: Reader): SourceNode | undefined {
  const start = reader.at;
  if (++reader.depth > MOST_LEVELS) return undefined;
  const members: Member[] = [];
  reader.at++;
  if (skipSpace(reader) === CLOSE_OBJECT) reader.at++;
  else {
    for (;;) {
      const member = readMember(reader);
      if (!member) return undefined;
      members.push(member);
      const code = skipSpace(reader);
      reader.at++;
      if (code === CLOSE_OBJECT) break;
      if (code !== COMMA) return undefined;
      skipSpace(reader);
    }
  }
  reader.depth--;
  return { kind: 'object', members, range: { start, end: reader.at } };
}

function readMember(reader: Reader): Member | undefined {
  const start = reader.at;
  if (reader.text.charCodeAt(start) !== QUOTE) return undefined;
  const key = readString(reader);
  const keyRange = { start, end: reader.at };
  if (key === undefined || skipSpace(reader) !== COLON) return undefined;
  reader.at++;
  skipSpace(reader);
  const value = readValue(reader);
  return value && { key, keyRange, value };
}

function readList(reader: Reader): SourceNode | undefined {
  const start = reader.at;
  if (++reader.depth > MOST_LEVELS) return undefined;
  const items: SourceNode[] = [];
  reader.at++;
  if (skipSpace(reader) === CLOSE_LIST) reader.at++;
  else {
    for (;;) {
      const item = readValue(reader);
      if (!item) return undefined;
      items.push(item);
      const code = skipSpace(reader);
      reader.at++;
      if (code === CLOSE_LIST) break;
      if (code !== COMMA) return undefined;
      skipSpace(reader);
    }
  }
  reader.depth--;
  return { kind: 'array', items, range: { start, end: reader.at } };
}

function readScalar(reader: Reader): SourceNode | undefined {
  const start = reader.at;
  const word = WORDS.find(({ text }) => reader.text.startsWith(text, start));
  NUMBER.lastIndex = start;
  const text = word?.text ?? NUMBER.exec(reader.text)?.[0];
  if (text === undefined) return undefined;
  reader.at = start + text.length;
  return { kind: word?.kind ?? 'number', text, range: { start, end: reader.at } };
}
