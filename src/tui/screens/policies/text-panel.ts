/** The text of the open file: what the statements say to the current request in the gutter, findings under their lines. */

import { coloured } from '../../editor/colours.ts';
import { TAB } from '../../editor/moves.ts';
import { textOf } from '../../project/project.ts';
import { statementsRead } from '../../project/standing.ts';
import type { AppState } from '../../state.ts';
import { fitRow, type Row, restyled, row, type Span, span } from '../../text-row.ts';
import { textWidth } from '../../text-width.ts';
import { windowAround } from '../../widgets/list.ts';
import { severityMark } from '../../widgets/severity-mark.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { editingView } from './editing-view.ts';
import { editorHere, isTyping } from './editor-here.ts';
import { TITLES } from './layout.ts';
import { lineIndex, type Note, notesByLine, statementMarks } from './places.ts';
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
  const editor = isTyping(state) ? editorHere(state) : undefined;
  return editor ? editingView(state, look, { path, editor }) : readingView(state, look, { path, text });
}

function readingView(
  state: AppState,
  look: Look,
  { path, text }: { readonly path: string; readonly text: string },
): PanelView {
  const lines = linesOf(text);
  const at = Math.min(state.screens.policies.line, lines.length - 1);
  const index = lineIndex(text);
  const gutter = statementMarks(text, index, statementsRead(state.project.answer, path));
  const notes = notesByLine(text, index, state.project.findings.get(path) ?? []);
  // A line takes a row and one for each note under it.
  const all = lines.flatMap((_line, number) => [
    { number, note: undefined },
    ...(notes.get(number) ?? []).map((note) => ({ number, note })),
  ]);
  const cursor = all.findIndex(({ number }) => number === at);
  const { top, end } = windowAround(cursor, all.length, look.height);
  const rows = all.slice(top, end).map(({ number, note }) => {
    if (note) return noteRow(note, lines.length, look);
    const head = lineRow(lines[number] ?? '', { number, gutter: gutter.get(number), total: lines.length, path });
    if (number !== at) return head;
    return restyled(fitRow(head, look.width, look.marks.ellipsis), look.focused ? 'selected' : 'faint-selected');
  });
  return {
    title: titleOf(state, path, look),
    note: `${at + 1}`,
    rows,
    scroll: { top, total: all.length },
  };
}

/** The path, and whether what is shown is what is on the disk. */
export function titleOf({ project }: AppState, path: string, { marks }: Look): string {
  return `[2] ${path}${project.edits.has(path) ? ` ${marks.changed} not saved` : ''}`;
}

export function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  return lines.length > 1 && lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

interface Line {
  readonly number: number;
  readonly gutter: Span | undefined;
  readonly total: number;
  readonly path: string;
}

function lineRow(text: string, { number, gutter, total, path }: Line): Row {
  return row(gutter ?? span(' '), ...lineNumber(number, total), ...paintedLine(text, path));
}

export function lineNumber(number: number, total: number): Row {
  return [span(`${String(number + 1).padStart(String(total).length)} `, 'quiet')];
}

/** Tabs are as wide as the indent; only JSON has colours. */
export function paintedLine(text: string, path: string): Row {
  const shown = text.replaceAll('\t', TAB);
  return /\.jsonc?$/.test(path) ? coloured(shown) : [span(shown)];
}

/** Under the place it speaks of, as far as the message has room there. */
function noteRow({ column, length, finding }: Note, total: number, { marks, width }: Look): Row {
  const { message } = finding;
  const { mark, style } = severityMark(finding, marks);
  const gutter = String(total).length + 2;
  const room = width - gutter - textWidth(message) - 4;
  if (room < column)
    return row(' '.repeat(gutter + Math.max(0, Math.min(column, room))), span(`${mark} ${message}`, style));
  const under = '~'.repeat(Math.max(1, Math.min(length, 24, room - column)));
  return row(' '.repeat(gutter + column), span(`${under} ${mark} ${message}`, style));
}
