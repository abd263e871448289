/** JSON while it is being typed, as a tree: whatever is missing or half written, everything else has its place. */

export type LooseNode = LooseObject | LooseArray | LooseText;

interface Placed {
  /** UTF-16 offsets; of a text without its end, the end of the line. */
  readonly start: number;
  readonly end: number;
}

export interface LooseObject extends Placed {
  readonly kind: 'object';
  readonly members: readonly LooseMember[];
}

export interface LooseMember {
  readonly key: LooseText;
  /** Missing while it is not written. */
  readonly value?: LooseNode;
  readonly hasColon: boolean;
}

export interface LooseArray extends Placed {
  readonly kind: 'array';
  readonly items: readonly LooseNode[];
}

/** A string with its quotes, or a word without. */
export interface LooseText extends Placed {
  readonly kind: 'text';
  readonly text: string;
  readonly isQuoted: boolean;
  readonly isClosed: boolean;
}

/** Deeper is no policy. */
const MOST_LEVELS = 40;

/** Undefined where nothing is written. */
export function looseTree(text: string): LooseNode | undefined {
  return reader(text).value(0);
}

function reader(text: string) {
  let at = 0;

  function skip(): void {
    for (;;) {
      while (at < text.length && /[\s]/.test(text[at] ?? '')) at++;
      if (!text.startsWith('//', at)) return;
      const end = text.indexOf('\n', at);
      at = end === -1 ? text.length : end;
    }
  }

  function value(level: number): LooseNode | undefined {
    skip();
    const first = text[at];
    if (first === undefined || level > MOST_LEVELS) return undefined;
    if (first === '{') return object(level);
    if (first === '[') return array(level);
    return leaf();
  }

  function leaf(): LooseText | undefined {
    const start = at;
    if (text[at] !== '"') {
      const word = /[^\s{}[\],:"]*/y;
      word.lastIndex = at;
      const found = word.exec(text)?.[0] ?? '';
      at += found.length;
      return found === '' ? undefined : { kind: 'text', start, end: at, text: found, isQuoted: false, isClosed: true };
    }
    at++;
    while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
    at = Math.min(at, text.length);
    const isClosed = text[at] === '"';
    const inner = text.slice(start + 1, at).replace(/\r$/, '');
    if (isClosed) at++;
    return { kind: 'text', start, end: at, text: unescaped(inner), isQuoted: true, isClosed };
  }

  function object(level: number): LooseObject {
    const start = at++;
    const members: LooseMember[] = [];
    for (;;) {
      skip();
      const next = text[at];
      if (next === undefined || next === ']') break;
      if (next === '}') {
        at++;
        break;
      }
      if (next === ',' || next === ':' || next === '{' || next === '[') {
        // Not a key: what it holds is passed over.
        if (next === '{' || next === '[') value(level + 1);
        else at++;
        continue;
      }
      const key = leaf();
      if (!key) break;
      members.push(memberOf(key, level));
    }
    return { kind: 'object', start, end: at, members };
  }

  function memberOf(key: LooseText, level: number): LooseMember {
    skip();
    if (text[at] !== ':') return { key, hasColon: false };
    at++;
    skip();
    // A key behind a colon whose value is not there yet: `"Action":  "Resource": ...`.
    if (/^(?:[,}\]]|"(?:[^"\\\n]|\\.)*"\s*:)/.test(text.slice(at, at + 200))) return { key, hasColon: true };
    const found = value(level + 1);
    return { key, hasColon: true, ...(found ? { value: found } : {}) };
  }

  function array(level: number): LooseArray {
    const start = at++;
    const items: LooseNode[] = [];
    for (;;) {
      skip();
      const next = text[at];
      if (next === undefined || next === '}') break;
      if (next === ']') {
        at++;
        break;
      }
      if (next === ',' || next === ':') {
        at++;
        continue;
      }
      const item = value(level + 1);
      if (!item) break;
      items.push(item);
    }
    return { kind: 'array', start, end: at, items };
  }

  return { value };
}

function unescaped(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}

export function looseMember(node: LooseNode | undefined, ...names: readonly string[]): LooseNode | undefined {
  if (node?.kind !== 'object') return undefined;
  return node.members.find(({ key }) => names.includes(key.text))?.value;
}

/** The texts of a list, or the one that stands in its place. */
export function looseTexts(node: LooseNode | undefined): readonly string[] {
  if (node?.kind === 'text') return [node.text];
  return node?.kind === 'array' ? node.items.flatMap(looseTexts) : [];
}
