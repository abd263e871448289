/** A frame while it is put together: rows of text, onto which boxes are laid. */
import type { Area, Size } from '../layout.ts';
import { EMPTY_ROW, fitRow, type Row, rowWidth, sliceRow, span } from '../text-row.ts';

export interface Picture {
  readonly size: Size;
  readonly rows: readonly Row[];
  readonly cursor?: { readonly x: number; readonly y: number };
}

export function emptyPicture(size: Size): Picture {
  return { size, rows: Array.from({ length: size.height }, () => EMPTY_ROW) };
}

/** Rows laid over a picture; what is under them is gone. Parts outside the picture are cut. */
export function lay(picture: Picture, { x, y }: Pick<Area, 'x' | 'y'>, over: readonly Row[]): Picture {
  const rows = [...picture.rows];
  for (const [index, top] of over.entries()) {
    const under = rows[y + index];
    if (under) rows[y + index] = layRow(under, x, top, picture.size.width);
  }
  return { ...picture, rows };
}

function layRow(under: Row, x: number, top: Row, width: number): Row {
  const left = fitRow(sliceRow(under, 0, x), x, '');
  const end = x + rowWidth(top);
  const right = end < width ? sliceRow(under, end, width) : [];
  const kept = end > width ? sliceRow(top, 0, width - x) : top;
  return [...left, ...kept, ...right];
}

/** Every row as wide as the picture. */
export function filled({ rows, size }: Picture): readonly Row[] {
  return rows.map((one) => {
    const width = rowWidth(one);
    return width < size.width ? [...one, span(' '.repeat(size.width - width))] : sliceRow(one, 0, size.width);
  });
}
