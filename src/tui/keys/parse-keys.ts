/** Bytes of a terminal to keys: every key told apart, however many come at once. */
import type { Input, KeyPress } from './key.ts';

const ESC = '\u001b';
const PASTE_START = '\u001b[200~';
const PASTE_END = '\u001b[201~';

export interface ParsedKeys {
  readonly inputs: readonly Input[];
  /** The beginning of a sequence whose rest has not come yet; goes before the next chunk. */
  readonly rest: string;
}

/**
 * @param chunk the rest of the chunk before, then what came now
 * @param isLast nothing more comes of a sequence that has begun: a lone ESC is the key
 */
export function parseKeys(chunk: string, isLast = false): ParsedKeys {
  const inputs: Input[] = [];
  let at = 0;
  while (at < chunk.length) {
    const found = nextInput(chunk, at, isLast);
    if (found === undefined) return { inputs, rest: chunk.slice(at) };
    if (found.input) inputs.push(found.input);
    at = found.end;
  }
  return { inputs, rest: '' };
}

interface Found {
  readonly end: number;
  /** Missing for a sequence that is no key: a report of the terminal. */
  readonly input?: Input;
}

/** Undefined where the sequence is not complete. */
function nextInput(chunk: string, at: number, isLast: boolean): Found | undefined {
  const first = chunk[at] ?? '';
  if (first !== ESC) return plainKey(chunk, at);
  if (chunk.startsWith(PASTE_START, at)) return paste(chunk, at, isLast);
  const rest = chunk.slice(at + 1);
  if (rest === '') return isLast ? { end: at + 1, input: key('esc') } : undefined;
  if (rest[0] === '[' || rest[0] === 'O') return sequence(chunk, at, isLast);
  if (rest[0] === ESC) return { end: at + 1, input: key('esc') };
  const alt = plainKey(chunk, at + 1);
  return { end: alt.end, ...(alt.input?.kind === 'key' ? { input: key(`alt-${alt.input.name}`) } : {}) };
}

function paste(chunk: string, at: number, isLast: boolean): Found | undefined {
  const start = at + PASTE_START.length;
  const end = chunk.indexOf(PASTE_END, start);
  if (end === -1 && !isLast) return undefined;
  const stop = end === -1 ? chunk.length : end;
  // Terminals send a line break of a paste as a carriage return.
  const text = chunk.slice(start, stop).replace(/\r\n?/g, '\n');
  return { end: end === -1 ? stop : end + PASTE_END.length, input: { kind: 'paste', text } };
}

const CONTROL: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'ctrl-j',
  '\t': 'tab',
  '\u007f': 'backspace',
  '\b': 'ctrl-h',
  '\u0000': 'ctrl-space',
  '\u001c': 'ctrl-\\',
  '\u001d': 'ctrl-]',
  '\u001e': 'ctrl-^',
  '\u001f': 'ctrl-_',
};

function plainKey(chunk: string, at: number): Found {
  const character = String.fromCodePoint(chunk.codePointAt(at) ?? 0);
  const end = at + character.length;
  const named = CONTROL[character];
  if (named !== undefined) return { end, input: key(named) };
  const code = character.charCodeAt(0);
  if (code < 32) return { end, input: key(`ctrl-${String.fromCharCode(code + 96)}`) };
  return { end, input: { kind: 'key', name: character === ' ' ? 'space' : character, text: character } };
}

/** Final letters of `ESC [ A` and `ESC O A`. */
const BY_LETTER: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
  Z: 'shift-tab',
  M: 'enter',
};

/** Numbers of `ESC [ 3 ~`. */
const BY_NUMBER: Readonly<Record<string, string>> = {
  '1': 'home',
  '2': 'insert',
  '3': 'delete',
  '4': 'end',
  '5': 'page-up',
  '6': 'page-down',
  '7': 'home',
  '8': 'end',
  '11': 'f1',
  '12': 'f2',
  '13': 'f3',
  '14': 'f4',
  '15': 'f5',
  '17': 'f6',
  '18': 'f7',
  '19': 'f8',
  '20': 'f9',
  '21': 'f10',
  '23': 'f11',
  '24': 'f12',
};

/** Control sequences of xterm, behind their ESC: parameters, then a final letter or `~`. */
const SEQUENCE = /^(?:\[([0-9;:<=>?]*)([ -/]*[@-~])|O([ -~]))/;
/** A sequence cannot be longer: what is, is none. */
const LONGEST = 32;

function sequence(chunk: string, at: number, isLast: boolean): Found | undefined {
  const match = SEQUENCE.exec(chunk.slice(at + 1, at + LONGEST));
  if (!match) {
    if (!isLast && chunk.length - at < LONGEST) return undefined;
    // Alt and a bracket, typed by hand.
    return { end: at + 2, input: key(`alt-${chunk[at + 1]}`) };
  }
  const [whole, parameters = '', final = match[3] ?? ''] = match;
  const [number = '', modifiers = ''] = parameters.split(';');
  const name =
    final === '~' ? BY_NUMBER[number] : final === 'M' && match[3] === undefined ? undefined : BY_LETTER[final];
  const end = at + 1 + whole.length;
  if (name === undefined) return { end };
  return { end, input: key(`${prefixOf(modifiers)}${name}`) };
}

/** xterm writes 1 and a bit each for shift, alt and control. */
function prefixOf(modifiers: string): string {
  const bits = modifiers === '' ? 0 : Number(modifiers) - 1;
  return `${bits & 4 ? 'ctrl-' : ''}${bits & 2 ? 'alt-' : ''}${bits & 1 ? 'shift-' : ''}`;
}

function key(name: string): KeyPress {
  return { kind: 'key', name };
}
