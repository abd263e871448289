/** IAM wildcard patterns: `*` is any run of characters, `?` exactly one, all else itself (B2, B10, B11, C31). */

/** A pattern; made by `patternOf` or `patternOfPieces`. */
export interface Pattern {
  /** UTF-16 codes, the two wildcards as negative numbers. */
  readonly codes: readonly number[];
  /** The only text that matches, where there are no wildcards. */
  readonly literal?: string;
  /** What every match begins with, where the only wildcard is a `*` at the end. */
  readonly beginning?: string;
}

/** A piece of text; in a `literal` piece `*` and `?` stand for themselves (V5, V6). */
export interface Piece {
  readonly text: string;
  readonly literal: boolean;
}

export const ANY_RUN = -1;
export const ANY_ONE = -2;

const STAR = 42;
const QUESTION = 63;
const COLON = 58;

/** Reads `*` and `?` in the text as wildcards. */
export function patternOf(text: string): Pattern {
  return patternOfPieces([{ text, literal: false }]);
}

export function patternOfPieces(pieces: readonly Piece[]): Pattern {
  const codes: number[] = [];
  for (const { text, literal } of pieces) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (literal || (code !== STAR && code !== QUESTION)) codes.push(code);
      else if (code === QUESTION) codes.push(ANY_ONE);
      else if (codes[codes.length - 1] !== ANY_RUN) codes.push(ANY_RUN);
    }
  }
  return patternOfCodes(codes);
}

function patternOfCodes(codes: readonly number[]): Pattern {
  const wildcard = codes.findIndex((code) => code < 0);
  if (wildcard === -1) return { codes, literal: textOfCodes(codes) };
  const isLast = wildcard === codes.length - 1 && codes[wildcard] === ANY_RUN;
  return isLast ? { codes, beginning: textOfCodes(codes.slice(0, -1)) } : { codes };
}

/** In pieces: a call with very many arguments overflows the stack. */
function textOfCodes(codes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < codes.length; i += 1024) text += String.fromCharCode(...codes.slice(i, i + 1024));
  return text;
}

/** As `matchesPattern(patternOfPieces(pieces), text, start)`; the pieces before the first wildcard are compared as they are. */
export function matchesPieces(pieces: readonly Piece[], text: string, start = 0): boolean {
  let at = start;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece) break;
    if (!piece.literal && hasWildcard(piece.text)) return matchesPattern(patternOfPieces(pieces.slice(i)), text, at);
    if (!text.startsWith(piece.text, at)) return false;
    at += piece.text.length;
  }
  return at === text.length;
}

function hasWildcard(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

/**
 * Does the text from `start` to `end` match as a whole? Only the last `*` is ever tried again, so the time is at most
 * pattern x text, whatever the pattern: nothing here can backtrack exponentially.
 */
export function matchesPattern(pattern: Pattern, text: string, start = 0, end = text.length): boolean {
  const { codes, literal, beginning } = pattern;
  if (literal !== undefined) return literal.length === end - start && text.startsWith(literal, start);
  if (beginning !== undefined) return beginning.length <= end - start && text.startsWith(beginning, start);
  let p = 0;
  let t = start;
  let star = -1;
  let starText = start;
  while (t < end) {
    const code = codes[p];
    if (code === ANY_RUN) {
      // A star at the end takes the rest.
      if (++p === codes.length) return true;
      star = p;
      starText = t;
    } else if (code === ANY_ONE) {
      p++;
      t += characterLength(text, t);
    } else if (code === text.charCodeAt(t)) {
      p++;
      t++;
    } else if (star !== -1) {
      p = star;
      t = ++starText;
    } else return false;
  }
  while (codes[p] === ANY_RUN) p++;
  // A wide character may reach past `end` only in broken text.
  return p === codes.length && t === end;
}

/** `?` is one character, and a character outside the basic plane is two UTF-16 codes. */
function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** A pattern split at its first five colons; a wildcard in parts 1 to 5 then cannot cross a colon (B12). */
export type ArnPattern = readonly Pattern[];

/** The parts of a pattern, at most six. */
export function splitPattern(pattern: Pattern): ArnPattern {
  const parts: Pattern[] = [];
  let from = 0;
  while (parts.length < 5) {
    const colon = pattern.codes.indexOf(COLON, from);
    if (colon === -1) break;
    parts.push(patternOfCodes(pattern.codes.slice(from, colon)));
    from = colon + 1;
  }
  parts.push(patternOfCodes(pattern.codes.slice(from)));
  return parts;
}

/** Where the first five colons of a text stand, or undefined where it has fewer: then it is no ARN. */
export function arnColons(text: string): readonly number[] | undefined {
  const first = text.indexOf(':');
  const second = first === -1 ? -1 : text.indexOf(':', first + 1);
  const third = second === -1 ? -1 : text.indexOf(':', second + 1);
  const fourth = third === -1 ? -1 : text.indexOf(':', third + 1);
  const fifth = fourth === -1 ? -1 : text.indexOf(':', fourth + 1);
  return fifth === -1 ? undefined : [first, second, third, fourth, fifth];
}

/** Part by part (B12, C37); a pattern of fewer than six parts matches nothing. */
export function matchesArnPattern(pattern: ArnPattern, text: string, colons: readonly number[]): boolean {
  return pattern.length === 6 && matchesParts(pattern, text, colons);
}

/** The parts that the pattern has: the first five of a resource whose sixth holds variables. */
export function matchesParts(pattern: ArnPattern, text: string, colons: readonly number[]): boolean {
  let start = 0;
  for (let i = 0; i < pattern.length; i++) {
    const end = colons[i] ?? text.length;
    const part = pattern[i];
    if (!part || !matchesPattern(part, text, start, end)) return false;
    start = end + 1;
  }
  return true;
}
