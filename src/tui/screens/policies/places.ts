/** What is known of the lines of a text: what its statements say to the request, and what was found in them. */
import type { StatementTrace } from '../../../language/index.ts';
import type { LintDiagnostic } from '../../../lint/index.ts';
import { carrier } from '../../editor/carried-place.ts';
import { type Span, span } from '../../text-row.ts';

/** Offsets to lines, in both directions. Both from 0. */
export interface LineIndex {
  readonly lineAt: (offset: number) => number;
  readonly startOf: (line: number) => number;
}

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    startOf: (line) => starts[line] ?? text.length,
    lineAt: (offset) => {
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

/** `A` beside the lines of an Allow that applies, `D` of a Deny, `-` of what does not, `?` of what depends on keys not given. */
export function statementMarks(
  text: string,
  index: LineIndex,
  traces: readonly StatementTrace[],
): ReadonlyMap<number, Span> {
  const marks = new Map<number, Span>();
  const carry = carriers(text);
  for (const { location, applies, effect } of traces) {
    const range = location && carry(location.source.text)(location.range);
    if (!range) continue;
    const mark =
      applies === 'unknown' ? span('?', 'note') : applies === 'no' ? span('-', 'quiet') : EFFECT_MARKS[effect];
    const last = index.lineAt(range.end);
    for (let line = index.lineAt(range.start); line <= last; line++) marks.set(line, mark);
  }
  return marks;
}

const EFFECT_MARKS = { Allow: span('A', 'good'), Deny: span('D', 'bad') } as const;

/** Texts of before are few: each is compared once. */
function carriers(text: string): (before: string) => ReturnType<typeof carrier> {
  const known = new Map<string, ReturnType<typeof carrier>>();
  return (before) => {
    const found = known.get(before) ?? carrier(before, text);
    known.set(before, found);
    return found;
  };
}

/** A finding in its line. */
export interface Note {
  /** UTF-16 units from the beginning of the line. */
  readonly column: number;
  readonly length: number;
  readonly finding: LintDiagnostic;
}

export function notesByLine(
  text: string,
  index: LineIndex,
  findings: readonly LintDiagnostic[],
): ReadonlyMap<number, readonly Note[]> {
  const notes = new Map<number, Note[]>();
  const carry = carriers(text);
  for (const finding of findings) {
    const { location } = finding;
    const range = location ? carry(location.source.text)(location.range) : { start: 0, end: 1 };
    if (!range) continue;
    const line = index.lineAt(range.start);
    const note = { column: range.start - index.startOf(line), length: range.end - range.start, finding };
    const list = notes.get(line);
    if (list) list.push(note);
    else notes.set(line, [note]);
  }
  return notes;
}
