/** The text of the open file: what the statements say to the current request in the gutter, findings under their lines. */

import { positionAt, SEVERITIES, type SourceText, type StatementTrace } from '../../../language/index.ts';
import type { LintDiagnostic } from '../../../lint/index.ts';
import { textOf } from '../../project/project.ts';
import { statementsRead } from '../../project/standing.ts';
import type { AppState } from '../../state.ts';
import { fitRow, type Row, restyled, row, type Span, span } from '../../text-row.ts';
import { textWidth } from '../../text-width.ts';
import { windowAround } from '../../widgets/list.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { TITLES } from './layout.ts';
import { openFile } from './tree.ts';

export const textPanel: ScreenPanel = { id: 'text', view };

function view(state: AppState, look: Look): PanelView {
  const path = openFile(state);
  const text = path === undefined ? undefined : textOf(state.project, path);
  if (path === undefined || text === undefined) {
    return {
      title: TITLES.text,
      rows: [row(' '), row('  choose a file on the left: ', span('enter', 'accent'), ' opens it')],
    };
  }
  const lines = linesOf(text);
  const at = Math.min(state.screens.policies.line, lines.length - 1);
  const source = { name: path, text };
  const gutter = gutterOf(source, statementsRead(state.project.answer, path));
  const notes = notesByLine(source, state.project.findings.get(path) ?? []);
  // A line takes a row and one for each note under it.
  const all = lines.flatMap((line, index) => {
    const head = lineRow(line, { number: index, gutter: gutter.get(index), total: lines.length });
    const shown =
      index === at
        ? restyled(fitRow(head, look.width, look.marks.ellipsis), look.focused ? 'selected' : 'faint-selected')
        : head;
    return [
      { index, line: shown },
      ...(notes.get(index) ?? []).map((note) => ({ index, line: noteRow(note, lines.length, look) })),
    ];
  });
  const cursor = all.findIndex(({ index }) => index === at);
  const { top, end } = windowAround(cursor, all.length, look.height);
  const isEdited = state.project.edits.has(path);
  return {
    title: `[2] ${path}${isEdited ? ` ${look.marks.changed} not saved` : ''}`,
    note: `${at + 1}`,
    rows: all.slice(top, end).map(({ line }) => line),
    scroll: { top, total: all.length },
  };
}

export function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  return lines.length > 1 && lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

interface Line {
  readonly number: number;
  readonly gutter: Span | undefined;
  readonly total: number;
}

function lineRow(text: string, { number, gutter, total }: Line): Row {
  const width = String(total).length;
  return row(gutter ?? span(' '), span(`${String(number + 1).padStart(width)} `, 'quiet'), text.replaceAll('\t', '  '));
}

/** `A` beside the lines of an Allow that applies, `D` of a Deny, `-` of what does not, `?` of what depends on keys not given. */
function gutterOf(source: SourceText, traces: readonly StatementTrace[]): ReadonlyMap<number, Span> {
  const gutter = new Map<number, Span>();
  for (const { location, applies, effect } of traces) {
    // What was decided is what an earlier text said, as long as this one cannot be read.
    if (!location || location.source.text !== source.text) continue;
    const { start, end } = location.range;
    const mark =
      applies === 'unknown' ? span('?', 'note') : applies === 'no' ? span('-', 'quiet') : EFFECT_MARKS[effect];
    const last = lineAt(source, end);
    for (let line = lineAt(source, start); line <= last; line++) gutter.set(line, mark);
  }
  return gutter;
}

const EFFECT_MARKS = { Allow: span('A', 'good'), Deny: span('D', 'bad') } as const;

/** From 0. */
export function lineAt(source: SourceText, offset: number): number {
  return positionAt(source, offset).line - 1;
}

interface Note {
  readonly column: number;
  readonly length: number;
  readonly finding: LintDiagnostic;
}

function notesByLine(source: SourceText, findings: readonly LintDiagnostic[]): ReadonlyMap<number, readonly Note[]> {
  const notes = new Map<number, Note[]>();
  for (const finding of findings) {
    const { location } = finding;
    // Of a text that is not there any more: the next look comes at once.
    if (location && location.source.text !== source.text) continue;
    const { line, column } = positionAt(source, location?.range.start ?? 0);
    const length = location ? location.range.end - location.range.start : 1;
    const note = { column: column - 1, length, finding };
    const list = notes.get(line - 1);
    if (list) list.push(note);
    else notes.set(line - 1, [note]);
  }
  return notes;
}

/** Under the place it speaks of, as far as the message has room there. */
function noteRow({ column, length, finding }: Note, total: number, { marks, width }: Look): Row {
  const { severity, message } = finding;
  const isGrave = SEVERITIES.indexOf(severity) === 0;
  const style = isGrave ? 'bad' : severity === 'suggestion' ? 'quiet' : 'note';
  const mark = isGrave ? marks.no : severity === 'suggestion' ? marks.none : marks.warning;
  const gutter = String(total).length + 2;
  const room = width - gutter - textWidth(message) - 4;
  if (room < column)
    return row(' '.repeat(gutter + Math.max(0, Math.min(column, room))), span(`${mark} ${message}`, style));
  const under = '~'.repeat(Math.max(1, Math.min(length, 24, room - column)));
  return row(' '.repeat(gutter + column), span(`${under} ${mark} ${message}`, style));
}
