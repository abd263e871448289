/** Where each character of a text that was written with escapes stands in the file that it was written in. */
import type { Range, SourceText } from '../../language/index.ts';
import type { ScalarNode } from '../../parse/index.ts';

/** Offset in a decoded text -> offset in the file; one more entry than the text has codes, for its end. */
export type TextMap = readonly number[];

/** A text and where it came from. */
export interface MappedText {
  readonly text: string;
  readonly map: TextMap;
}

/** The range in the file that a range of the text was decoded from: never empty, and whole escapes. */
export function mapRange(map: TextMap, { start, end }: Range): Range {
  const last = map.length - 1;
  const from = map[Math.min(start, last)] ?? 0;
  // The end of the last code, not the start of the next one: a line of YAML may end between them.
  const to = map[Math.min(Math.max(end, start + 1), last)] ?? from;
  return { start: from, end: Math.max(to, from) };
}

/** The text of a string of JSON or YAML, code by code; undefined for a value without a place. */
export function mapString(node: ScalarNode, source: SourceText): MappedText | undefined {
  const { range, text } = node;
  if (!range) return undefined;
  const quoted = source.text.slice(range.start, range.end);
  const map = quoted.startsWith('"') ? mapQuoted(quoted, text.length) : undefined;
  const found = map ?? mapAligned(quoted, text);
  return { text, map: found.map((offset) => offset + range.start) };
}

/** A string with the escapes of JSON; undefined where it has others, or lines (YAML folds them). */
function mapQuoted(quoted: string, length: number): number[] | undefined {
  const map: number[] = [];
  let at = 1;
  const end = quoted.length - 1;
  while (at < end) {
    map.push(at);
    const code = quoted[at];
    if (code === '\n') return undefined;
    if (code !== '\\') at += 1;
    else if (quoted[at + 1] === 'u') at += 6;
    else if (/["\\/bfnrt]/.test(quoted[at + 1] ?? '')) at += 2;
    else return undefined;
  }
  map.push(at);
  return map.length === length + 1 ? map : undefined;
}

/** A text that stands in the file as it is, but for what YAML leaves out of it: indentation, quotes, line ends. */
function mapAligned(written: string, text: string): number[] {
  const map: number[] = [];
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const found = written.indexOf(text[index] ?? '', at);
    // A line end that was folded into a space, or an escape: it stands about here.
    const isNear = found !== -1 && /^[\s'"\\|>+\d-]*$/.test(written.slice(at, found));
    if (isNear) at = found;
    map.push(Math.min(at, written.length));
    at += 1;
  }
  map.push(Math.min(at, written.length));
  return map;
}

/** `%7B` and its like made characters again; undefined where the text is not encoded, or wrongly. */
export function decodePercent({ text, map }: MappedText): MappedText | undefined {
  const decodedMap: number[] = [];
  let decoded = '';
  let at = 0;
  while (at < text.length) {
    const run = text[at] === '%' ? percentCharacter(text, at) : undefined;
    const length = run?.length ?? 1;
    const piece = run?.text ?? text[at] ?? '';
    for (let unit = 0; unit < piece.length; unit += 1) decodedMap.push(map[at] ?? 0);
    decoded += piece;
    at += length;
  }
  decodedMap.push(map[text.length] ?? 0);
  return decoded === text ? undefined : { text: decoded, map: decodedMap };
}

/** One character: as many octets as UTF-8 takes for it. */
function percentCharacter(text: string, at: number): { text: string; length: number } | undefined {
  const octet = Number.parseInt(text.slice(at + 1, at + 3), 16);
  const count = octet < 0x80 ? 1 : octet < 0xe0 ? 2 : octet < 0xf0 ? 3 : 4;
  const length = count * 3;
  try {
    return { text: decodeURIComponent(text.slice(at, at + length)), length };
  } catch {
    return undefined;
  }
}
