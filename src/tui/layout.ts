/** Where the panels of a screen stand: nested rows and columns as data, measured by a port. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where there is not, one panel is shown at a time. */
export function isRoomy({ width, height }: Size): boolean {
  return width >= 80 && height >= 24;
}

/** In columns and rows, from the left top corner of the terminal. */
export interface Area extends Size {
  readonly x: number;
  readonly y: number;
}

/** How much of its line a part takes: a number of columns or rows, a share (`40%`), or what is left by weight. */
interface Extent {
  readonly size?: number | `${number}%`;
  /** Weight in dividing what is left; 1 where neither is given. */
  readonly grow?: number;
}

export type Layout =
  | (Extent & { readonly panel: string })
  | (Extent & { readonly columns: readonly Layout[] })
  | (Extent & { readonly rows: readonly Layout[] });

/** Areas by panel. */
export type Areas = Readonly<Record<string, Area>>;

/** Lays out within a size, from 0, 0. */
export type MeasureLayout = (layout: Layout, size: Size) => Areas;
