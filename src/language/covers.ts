/** Does one pattern stand for all that another stands for? Sure where it says so; a no may be a want of looking. */
import { splitArn } from './arn.ts';
import { matchesPattern, type Pattern, patternOf } from './pattern.ts';

const PATTERNS = new Map<string, Pattern>();
const MOST_PATTERNS = 20_000;

function compiled(text: string): Pattern {
  let pattern = PATTERNS.get(text);
  if (!pattern) {
    if (PATTERNS.size >= MOST_PATTERNS) PATTERNS.clear();
    pattern = patternOf(text);
    PATTERNS.set(text, pattern);
  }
  return pattern;
}

/** The covered pattern is read as a text in which `*` is a character, which only `*` matches. */
export function coversText(wide: string, narrow: string): boolean {
  // What a variable holds, nobody knows.
  if ((!wide.includes('*') && !wide.includes('?')) || wide.includes('${')) return wide === narrow;
  // A `?` would match a character of `*` or of a variable, which may stand for many.
  if (wide.includes('?') && (narrow.includes('*') || narrow.includes('${'))) return false;
  return matchesPattern(compiled(wide), narrow);
}

/** Field by field, as ARNs are matched (B12). */
export function coversArn(wide: string, narrow: string): boolean {
  return wide === '*' || coversFields(splitArn(wide) ?? [wide], splitArn(narrow) ?? [narrow]);
}

/** The same, the fields known. */
export function coversFields(wide: readonly string[], narrow: readonly string[]): boolean {
  if (wide.length !== narrow.length) return wide.length === 1 && wide[0] === '*';
  // From the end: resources differ there.
  for (let i = wide.length - 1; i >= 0; i--) if (!coversText(wide[i] ?? '', narrow[i] ?? '')) return false;
  return true;
}
