/** Everybody who may ask, against actions on one resource; headings stay where they are. */
import type { AppState } from '../../state.ts';
import { EMPTY_ROW, fitRow, type Row, row, type Span, type Style, span } from '../../text-row.ts';
import { textWidth } from '../../text-width.ts';
import type { Marks } from '../../theme.ts';
import { clamp, windowAround } from '../../widgets/list.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { isChanged, shownNames } from './fill-grid.ts';
import { askedHere } from './question.ts';
import type { Cell, Column, Grid } from './state.ts';

export const gridPanel: ScreenPanel = { id: 'grid', view };

/** Rows that are not the grid's own: the service, the actions, and two for what the signs mean. */
const HEAD = 2;
const FOOT = 2;
/** Of a column. */
const WIDEST = 20;

export function cellMark(
  cell: Cell | undefined,
  marks: Marks,
): { readonly mark: string; readonly style: Style; readonly word: string } {
  switch (cell) {
    case 'allowed':
      return { mark: marks.yes, style: 'good', word: 'allowed' };
    case 'conditional':
      return { mark: marks.unknown, style: 'note', word: 'allowed under a condition' };
    case 'explicit':
      return { mark: marks.no, style: 'bad', word: 'explicit deny' };
    case 'implicit':
      return { mark: marks.none, style: 'quiet', word: 'implicit deny' };
    case undefined:
      return { mark: ' ', style: 'quiet', word: 'was not there' };
    default:
      return cell satisfies never;
  }
}

function view(state: AppState, look: Look): PanelView {
  const { grid, problem, base } = state.screens.matrix;
  const names = shownNames(state);
  const asked = grid?.asked ?? askedHere(state);
  const title = `[1] Who can, on ${asked?.resource ?? 'a resource'}`;
  const note = [asked?.environment.source.name, base === undefined ? undefined : `against ${base}`]
    .filter((one) => one !== undefined)
    .join('  ');
  if (problem !== undefined) return { title, note, rows: [row(span(` ${look.marks.no} ${problem.text}`, 'bad'))] };
  if (!grid) return { title, note, rows: emptyRows(state) };
  if (grid.columns.length === 0)
    return {
      title,
      note,
      rows: [
        row(
          ' no action of the catalog works on this resource: ',
          span('o', 'accent'),
          ' chooses another, ',
          span('a', 'accent'),
          ' names actions',
        ),
      ],
    };
  return { title, note, ...gridRows(state, grid, names, look) };
}

function emptyRows({ project }: AppState): Row[] {
  if (project.status === 'opening' || project.busy) return [row(span(' reading...', 'quiet'))];
  if (!project.workspace || project.environmentFiles.length === 0) {
    return [
      row(' no environment yet: it says which users, roles and resources there are'),
      row(' ', span('1', 'accent'), ' has the files'),
    ];
  }
  return [row(span(' asking...', 'quiet'))];
}

function gridRows(
  state: AppState,
  grid: Grid,
  names: readonly string[],
  look: Look,
): Pick<PanelView, 'rows' | 'scroll'> {
  const { screens } = state;
  const at = clamp(screens.matrix.row, names.length);
  const column = clamp(screens.matrix.column, grid.columns.length);
  const nameWidth = Math.min(Math.floor(look.width / 2.5), Math.max(18, ...names.map(textWidth)) + 2);
  const widths = grid.columns.map(({ action }) => Math.min(WIDEST, textWidth(shortName(action)) + 2));
  const shown = columnsAround(widths, column, look.width - nameWidth - 2);
  const room = Math.max(1, look.height - HEAD - FOOT);
  const { top, end } = windowAround(at, names.length, room);
  const line = (head: string | Row, cells: readonly Row[], edge: string): Row => [
    ...fitRow(typeof head === 'string' ? row(head) : head, nameWidth, look.marks.ellipsis),
    ...cells.flat(),
    span(edge, 'quiet'),
  ];
  const more = shown.end < grid.columns.length ? ` ${look.marks.arrow}` : '';
  const heads = shown.of.map((index): Row => {
    const width = widths[index] ?? 0;
    const name = row(span(shortName(grid.columns[index]?.action ?? ''), index === column ? 'accent' : 'strong'));
    return [...fitRow(name, width - 2, look.marks.ellipsis), span('  ')];
  });
  const services = shown.of.map(
    (index): Row => fitRow(row(span(serviceLabel(grid, index, shown.start), 'quiet')), widths[index] ?? 0),
  );
  const body = names.slice(top, end).map((name, index): Row => {
    const isRow = top + index === at;
    const cells = shown.of.map((number): Row => {
      const isHere = isRow && number === column;
      return cellRow(grid.columns[number], name, { width: widths[number] ?? 0, isHere, look });
    });
    return line(row(span(` ${name}`, isRow ? 'accent' : undefined)), cells, '');
  });
  const none =
    names.length === 0
      ? [
          row(
            span(
              screens.matrix.changedOnly ? ' nothing has changed' : ' nobody has these words; / changes them',
              'quiet',
            ),
          ),
        ]
      : [];
  const padding = Array.from({ length: Math.max(0, room - body.length - none.length) }, (): Row => EMPTY_ROW);
  return {
    rows: [
      line('', services, ''),
      line(row(span(' principal', 'quiet')), heads, more),
      ...body,
      ...none,
      ...padding,
      EMPTY_ROW,
      legend(grid, look),
    ],
    scroll: { top, total: names.length + HEAD + FOOT },
  };
}

/** `GetObject` */
function shortName(action: string): string {
  return action.slice(action.indexOf(':') + 1);
}

/** Above the first shown action of each service. */
function serviceLabel({ columns }: Grid, index: number, start: number): string {
  const service = (at: number) => columns[at]?.action.split(':')[0] ?? '';
  return index === start || service(index) !== service(index - 1) ? service(index) : '';
}

/** Whole columns around the one under the cursor, as many as have room. */
function columnsAround(widths: readonly number[], cursor: number, room: number) {
  let start = cursor;
  let taken = widths[cursor] ?? 0;
  while (start > 0 && taken + (widths[start - 1] ?? 0) <= room / 2) taken += widths[--start] ?? 0;
  let end = cursor + 1;
  while (end < widths.length && taken + (widths[end] ?? 0) <= room) taken += widths[end++] ?? 0;
  while (start > 0 && taken + (widths[start - 1] ?? 0) <= room) taken += widths[--start] ?? 0;
  return { start, end, of: Array.from({ length: end - start }, (_, index) => start + index) };
}

function cellRow(
  column: Column | undefined,
  name: string,
  { width, isHere, look }: { readonly width: number; readonly isHere: boolean; readonly look: Look },
): Row {
  const { mark, style } = cellMark(column?.cells.get(name), look.marks);
  const changed = column && isChanged(column, name) ? look.marks.warning : ' ';
  const text = `${mark}${changed}`;
  const cell: Span = isHere
    ? span(` ${text}`, look.focused ? 'selected' : 'faint-selected')
    : span(` ${text}`, changed === ' ' ? style : 'note');
  return fitRow([cell], width, '');
}

function legend(grid: Grid, { marks }: Look): Row {
  const words = (['allowed', 'conditional', 'implicit', 'explicit'] as const).flatMap((cell): Span[] => {
    const { mark, style, word } = cellMark(cell, marks);
    return [span(` ${mark}`, style), span(` ${word}  `, 'quiet')];
  });
  return row(
    ...words,
    ...(grid.asked.base === undefined ? [] : [span(`${marks.warning} differs from ${grid.asked.base}`, 'note')]),
  );
}
