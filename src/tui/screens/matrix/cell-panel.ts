/** The cell under the cursor: its answer, why, under which condition, and what it was at the base. */
import { formatLocation } from '../../../language/index.ts';
import type { AppState } from '../../state.ts';
import { type Row, row, span, wrapText } from '../../text-row.ts';
import { clamp } from '../../widgets/list.ts';
import { scrolled } from '../../widgets/scroll.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { shownNames } from './fill-grid.ts';
import { cellMark } from './grid-panel.ts';
import type { Column } from './state.ts';

export const cellPanel: ScreenPanel = { id: 'cell', view };

export interface CellHere {
  readonly name: string;
  readonly column: Column;
}

export function cellHere(state: AppState): CellHere | undefined {
  const { grid, row: at, column } = state.screens.matrix;
  const names = shownNames(state);
  const name = names[clamp(at, names.length)];
  const found = grid?.columns[clamp(column, grid.columns.length)];
  return name !== undefined && found ? { name, column: found } : undefined;
}

function view(state: AppState, look: Look): PanelView {
  const here = cellHere(state);
  if (!here) return { title: '[2] Answer', rows: [] };
  const { mark, style, word } = cellMark(here.column.cells.get(here.name), look.marks);
  const rows = [row(span(` ${mark} ${word}`, style)), ...reasonRows(state, here, look), ...beforeRows(here, look)];
  return { title: `[2] ${here.name}: ${here.column.action}`, ...scrolled(state, 'matrix.cell', rows, look.height) };
}

function reasonRows({ screens }: AppState, { name, column }: CellHere, { width }: Look): Row[] {
  if (!column.cells.has(name)) return [];
  const { cell, grid } = screens.matrix;
  if (cell?.of !== grid || cell?.name !== name || cell.action !== column.action) {
    return [row(span('   asking why...', 'quiet'))];
  }
  return cell.found.reasons.flatMap(({ text, location }) =>
    wrapText(location ? `${text} (${formatLocation(location)})` : text, width - 6).map((line, index) =>
      row(index === 0 ? '   ' : '     ', line),
    ),
  );
}

function beforeRows({ name, column }: CellHere, { marks }: Look): Row[] {
  if (!column.before) return [];
  const { mark, style, word } = cellMark(column.before.get(name), marks);
  return [row(span('   at the base: ', 'quiet'), span(`${mark} ${word}`, style))];
}
