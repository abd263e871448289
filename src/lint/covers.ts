/** Does one pattern stand for all that another stands for? Sure where it says so; a no may be a want of looking. */
import { matchesPattern, type Pattern, patternOf } from '../language/index.ts';

const ARN_PARTS = 6;
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
  if (!wide.includes('*') && !wide.includes('?')) return wide === narrow;
  // A `?` would match the character `*` of the other, which may stand for many.
  if (wide.includes('?') && narrow.includes('*')) return false;
  return matchesPattern(compiled(wide), narrow);
}

/** Part by part, as ARNs are matched (B12). */
export function coversArn(wide: string, narrow: string): boolean {
  if (wide === '*') return true;
  const [a, b] = [partsOf(wide), partsOf(narrow)];
  if (a.length !== ARN_PARTS || b.length !== ARN_PARTS) return wide === narrow;
  return a.every((part, index) => coversText(part, b[index] ?? ''));
}

function partsOf(text: string): string[] {
  const parts = text.split(':');
  return parts.length <= ARN_PARTS ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
