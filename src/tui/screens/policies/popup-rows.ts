/** Draws a popup over the rows of the text, below the cursor or above it. */
import { box } from '../../frame/box.ts';
import { fitRow, type Row, restyled, row, rowWidth, sliceRow, span, wrapText } from '../../text-row.ts';
import { windowAround } from '../../widgets/list.ts';
import type { Look } from '../screen.ts';
import type { Popup } from './popup.ts';

const MOST_ROWS = 8;
const WIDEST = 70;

/** @param cursor within the rows */
export function withPopupRows(
  rows: readonly Row[],
  popup: Popup,
  cursor: { readonly x: number; readonly y: number },
  look: Look,
): readonly Row[] {
  const width = Math.min(WIDEST, look.width - 2);
  const content =
    popup.kind === 'hover'
      ? popup.lines.flatMap((line) => wrapText(line, width - 2).map((part) => row(part)))
      : offerRows(popup, width - 2, look);
  const below = rows.length - cursor.y - 1;
  const above = cursor.y;
  const isBelow = below >= Math.min(content.length, MOST_ROWS) + 2 || below >= above;
  const inside = Math.min(content.length, MOST_ROWS, Math.max(isBelow ? below : above, 3) - 2);
  const shown = windowOf(popup, content, inside);
  const size = { width: Math.min(width, Math.max(...content.map(rowWidth)) + 2), height: shown.length + 2 };
  const foot = popup.kind === 'offers' ? `${popup.chosen + 1}/${content.length}` : 'esc';
  const lines = box(shown, size, { title: '', style: 'accent', marks: look.marks, foot });
  const x = Math.max(0, Math.min(cursor.x, look.width - size.width));
  const y = isBelow ? cursor.y + 1 : Math.max(0, cursor.y - lines.length);
  return rows.map((under, index) => {
    const over = lines[index - y];
    return over ? laidOver(under, over, x, look.width) : under;
  });
}

function windowOf(popup: Popup, content: readonly Row[], height: number): readonly Row[] {
  const { top, end } = windowAround(popup.kind === 'offers' ? popup.chosen : 0, content.length, height);
  return content.slice(top, end);
}

function offerRows({ completion, chosen }: Extract<Popup, { kind: 'offers' }>, width: number, { marks }: Look): Row[] {
  const { items } = completion;
  const labels = Math.min(
    Math.floor(width * 0.7),
    Math.max(...items.slice(Math.max(0, chosen - MOST_ROWS), chosen + MOST_ROWS).map(({ label }) => label.length)),
  );
  return items.map(({ label, detail = '' }, index) => {
    const line = row(...fitRow(row(label), labels, marks.ellipsis), span(detail === '' ? '' : `  ${detail}`, 'quiet'));
    return index === chosen ? restyled(fitRow(line, Math.min(width, rowWidth(line))), 'selected') : line;
  });
}

function laidOver(under: Row, over: Row, x: number, width: number): Row {
  const left = fitRow(sliceRow(under, 0, x), x, '');
  const end = x + rowWidth(over);
  return [...left, ...over, ...(end < width ? sliceRow(under, end, width) : [])];
}
