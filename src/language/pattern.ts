/** IAM wildcard patterns: `*` is any run of characters, `?` exactly one, all else itself (B2, B10, B11, C31). */

/** A pattern as UTF-16 codes, with the two wildcards as negative numbers. Text put in for a policy variable stays literal (V6). */
export type Pattern = readonly number[];

export const ANY_RUN = -1;
export const ANY_ONE = -2;

const STAR = 42;
const QUESTION = 63;
const COLON = 58;

/** Reads `*` and `?` in the text as wildcards. */
export function patternOf(text: string): Pattern {
  const pattern: number[] = [];
  appendPattern(pattern, text);
  return pattern;
}

/** Appends text in which `*` and `?` are wildcards. */
export function appendPattern(pattern: number[], text: string): void {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === STAR) {
      if (pattern[pattern.length - 1] !== ANY_RUN) pattern.push(ANY_RUN);
    } else pattern.push(code === QUESTION ? ANY_ONE : code);
  }
}

/** Appends text in which every character stands for itself. */
export function appendLiteral(pattern: number[], text: string): void {
  for (let i = 0; i < text.length; i++) pattern.push(text.charCodeAt(i));
}

/** True for a pattern that only its own text matches. */
export function isLiteral(pattern: Pattern): boolean {
  return pattern.every((code) => code >= 0);
}

/**
 * Does the whole text match? Only the last `*` is ever tried again, so the time is at most pattern x text,
 * whatever the pattern: nothing here can backtrack exponentially.
 */
export function matchesPattern(pattern: Pattern, text: string): boolean {
  let p = 0;
  let t = 0;
  let starAt = -1;
  let starText = 0;
  while (t < text.length) {
    const code = pattern[p];
    if (code === ANY_RUN) {
      starAt = p++;
      starText = t;
    } else if (code === ANY_ONE) {
      p++;
      t += characterLength(text, t);
    } else if (code === text.charCodeAt(t)) {
      p++;
      t++;
    } else if (starAt !== -1) {
      p = starAt + 1;
      t = ++starText;
    } else return false;
  }
  while (pattern[p] === ANY_RUN) p++;
  return p === pattern.length;
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
    const colon = pattern.indexOf(COLON, from);
    if (colon === -1) break;
    parts.push(pattern.slice(from, colon));
    from = colon + 1;
  }
  parts.push(pattern.slice(from));
  return parts;
}

/** Part by part; a pattern or text of fewer than six parts matches nothing. */
export function matchesArnPattern(pattern: ArnPattern, parts: readonly string[] | undefined): boolean {
  return (
    parts !== undefined &&
    pattern.length === 6 &&
    pattern.every((part, index) => matchesPattern(part, parts[index] ?? ''))
  );
}
