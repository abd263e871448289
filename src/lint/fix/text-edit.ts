/** Edits of a text, and the text after them. */
import type { Range } from '../../language/index.ts';

export interface TextEdit {
  /** What is replaced; empty for an insertion. */
  readonly range: Range;
  readonly text: string;
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { range, text: fresh } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    result += text.slice(at, range.start) + fresh;
    at = range.end;
  }
  return result + text.slice(at);
}

/** Two edits that touch the same text; insertions at one place count as well. */
export function overlap(a: TextEdit, b: TextEdit): boolean {
  if (a.range.start === b.range.start) return true;
  return a.range.start < b.range.end && b.range.start < a.range.end;
}
