/** The open file while it is edited: the cursor, what is selected, and what was found in the line of the cursor. */
import { selectionOf } from '../../editor/buffer.ts';
import { type Editor, scrolled, textOfEditor } from '../../editor/editor.ts';
import { screenColumn } from '../../editor/moves.ts';
import { statementsRead } from '../../project/standing.ts';
import type { AppState } from '../../state.ts';
import { type Row, restyled, row, rowWidth, type Span, type Style, sliceRow, span } from '../../text-row.ts';
import { severityMark } from '../../widgets/severity-mark.ts';
import type { Look, PanelView } from '../screen.ts';
import { lineIndex, type Note, notesByLine, statementMarks } from './places.ts';
import { withPopupRows } from './popup-rows.ts';
import { lineNumber, paintedLine, titleOf } from './text-panel.ts';

interface Edited {
  readonly path: string;
  readonly editor: Editor;
}

/** The last row belongs to the line of the cursor. */
export const ROWS_BELOW = 1;

/** Columns before the text: the mark, the number, a space. */
export function gutterWidth({ buffer }: Editor): number {
  return String(buffer.lines.length).length + 2;
}

export function editingView(state: AppState, look: Look, { path, editor }: Edited): PanelView {
  const { buffer } = editor;
  const text = textOfEditor(editor);
  const index = lineIndex(text);
  const marks = statementMarks(text, index, statementsRead(state.project.answer, path));
  const notes = notesByLine(text, index, state.project.findings.get(path) ?? []);
  const height = look.height - ROWS_BELOW;
  const gutter = gutterWidth(editor);
  const { line, column } = buffer.at;
  const at = screenColumn(buffer.lines[line] ?? '', column);
  // The panel may be another size than when the last key came.
  const { top, left } = scrolled(editor, { width: look.width - gutter, height }, at);
  const rows = buffer.lines.slice(top, top + height).map((shownLine, offset): Row => {
    const number = top + offset;
    const found = notes.get(number) ?? [];
    const painted = overlaid(paintedLine(shownLine, path), [
      ...found.map(underline(look, shownLine)),
      ...selectedIn(editor, number),
    ]);
    const shown = sliceRow(painted, left, left + look.width - gutter);
    return row(
      gutterMark(found, look) ?? marks.get(number) ?? span(' '),
      ...lineNumber(number, buffer.lines.length),
      ...shown,
    );
  });
  const padding = Array.from({ length: Math.max(0, height - rows.length) }, (): Row => []);
  const cursor = { x: gutter + at - left, y: line - top };
  const all = [...rows, ...padding, below(notes.get(line) ?? [], look)];
  const { popup } = state.screens.policies;
  return {
    title: titleOf(state, path, look),
    note: `${modeWord(editor)}${line + 1}:${column + 1}`,
    rows: popup ? withPopupRows(all, popup, cursor, look) : all,
    cursor,
    scroll: { top, total: buffer.lines.length + ROWS_BELOW },
  };
}

function modeWord({ keys, mode, pending }: Editor): string {
  if (keys === 'simple') return 'editing  ';
  return `${pending === '' ? '' : `${pending}  `}${mode.toUpperCase()}  `;
}

function gutterMark([first, ...rest]: readonly Note[], { marks }: Look): Span | undefined {
  if (!first) return undefined;
  const found = [first, ...rest].map(({ finding }) => severityMark(finding, marks));
  const grave = found.find(({ style }) => style === 'bad') ?? found.find(({ style }) => style === 'note');
  return grave && span(grave.mark, grave.style);
}

/** What is wrong with the line, in its words; how many more there are. */
function below([first, ...more]: readonly Note[], { marks }: Look): Row {
  if (!first) return [];
  const { mark, style } = severityMark(first.finding, marks);
  const rest = more.length === 0 ? '' : `  (and ${more.length} more)`;
  return row(span(`${mark} ${first.finding.message}${rest}`, style));
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly style: Style;
}

function underline({ marks }: Look, text: string): (note: Note) => Stretch {
  return ({ column, length, finding }) => {
    const { style } = severityMark(finding, marks);
    return {
      from: screenColumn(text, column),
      to: screenColumn(text, column + Math.max(1, length)),
      style: style === 'bad' ? 'underlined-bad' : 'underlined-note',
    };
  };
}

function selectedIn({ buffer }: Editor, line: number): readonly Stretch[] {
  const selected = selectionOf(buffer);
  if (!selected || line < selected.from.line || line > selected.to.line) return [];
  const text = buffer.lines[line] ?? '';
  const column = (of: number) => screenColumn(text, of);
  const from = line === selected.from.line ? column(selected.from.column) : 0;
  const to = line === selected.to.line ? column(selected.to.column) : column(text.length) + 1;
  return to > from ? [{ from, to, style: 'selected' }] : [];
}

/** Columns of the row in other styles; a selection goes one beyond the end of its line. */
function overlaid(painted: Row, stretches: readonly Stretch[]): Row {
  let shown = painted;
  for (const { from, to, style } of stretches) {
    const missing = style === 'selected' ? to - rowWidth(shown) : 0;
    const whole = missing > 0 ? [...shown, span(' '.repeat(missing))] : shown;
    const width = rowWidth(whole);
    const end = Math.min(to, width);
    shown = [
      ...sliceRow(whole, 0, from),
      ...restyled(sliceRow(whole, from, end), style),
      ...sliceRow(whole, end, width),
    ];
  }
  return shown;
}
