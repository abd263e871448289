/** A box with a title: the border of panels and dialogs. */
import type { Size } from '../layout.ts';
import { EMPTY_ROW, fitRow, type Row, row, rowWidth, type Style, span } from '../text-row.ts';
import { textWidth } from '../text-width.ts';
import type { Marks } from '../theme.ts';

export interface BoxLook {
  readonly title: string;
  readonly note?: string;
  readonly style: Style | undefined;
  readonly marks: Marks;
  /** On the bottom border, at its right end. */
  readonly foot?: string;
}

/** The rows of a box of a size, border included; content that is too long is cut. */
export function box(content: readonly Row[], { width, height }: Size, look: BoxLook): Row[] {
  const [leftTop, across, rightTop, down, leftBottom, rightBottom] = look.marks.box;
  const inside = Math.max(0, width - 2);
  const line = (text: string) => span(text, look.style);
  const body = Array.from({ length: Math.max(0, height - 2) }, (_, index) =>
    row(line(down), ...fitRow(content[index] ?? EMPTY_ROW, inside, look.marks.ellipsis), line(down)),
  );
  const foot = look.foot === undefined || textWidth(look.foot) + 2 > inside ? '' : ` ${look.foot} `;
  const bottom = row(
    line(leftBottom + across.repeat(Math.max(0, inside - textWidth(foot) - 1))),
    span(foot, 'quiet'),
    line((inside > textWidth(foot) ? across : '') + rightBottom),
  );
  return [topBorder(inside, look, [leftTop, across, rightTop]), ...body, bottom].slice(0, height);
}

function topBorder(inside: number, look: BoxLook, [left, across, right]: readonly [string, string, string]): Row {
  const line = (text: string) => span(text, look.style);
  const note = look.note === undefined || look.note === '' ? [] : row(span(` ${look.note} `, 'quiet'));
  const room = inside - 2 - rowWidth(note);
  const title =
    look.title === '' ? [] : row(span(` ${cut(look.title, room - 2, look.marks)} `, look.style ?? 'strong'));
  const rest = Math.max(0, inside - 1 - rowWidth(title) - rowWidth(note));
  const shownNote = inside - 1 - rowWidth(title) - rowWidth(note) < 0 ? [] : note;
  return row(line(left + across), ...title, line(across.repeat(rest)), ...shownNote, line(right));
}

function cut(text: string, width: number, { ellipsis }: Marks): string {
  if (width < 1) return '';
  return fitRow(row(text), Math.min(width, textWidth(text)), ellipsis)
    .map((one) => one.text)
    .join('');
}
