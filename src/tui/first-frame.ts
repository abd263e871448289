/** The frame that stands while the rest of the program is loaded: the panels of the first screen, still empty. */
import { box } from './frame/box.ts';
import { emptyPicture, filled, lay } from './frame/picture.ts';
import { type Area, type Areas, isRoomy, type Layout, type Size } from './layout.ts';
import { createPainter } from './painter.ts';
import type { Terminal } from './ports.ts';
import { firstLayout, TITLES } from './screens/policies/layout.ts';
import { row } from './text-row.ts';
import { makeTheme } from './theme.ts';

/** Rows above and below the panels: tabs, status and help bar. */
const ABOVE = 1;
const BELOW = 2;

interface Look {
  readonly colour: boolean;
  readonly ascii: boolean;
}

export function paintFirstFrame({ size, write }: Pick<Terminal, 'size' | 'write'>, look: Look): void {
  const whole = size();
  const { marks, paint } = makeTheme(look);
  const opening = lay(emptyPicture(whole), { x: 0, y: whole.height - BELOW }, [row(`opening${marks.ellipsis}`)]);
  const areas = isRoomy(whole) ? divided(firstLayout, { ...whole, height: whole.height - ABOVE - BELOW }) : {};
  const titles: Readonly<Record<string, string>> = TITLES;
  const picture = Object.entries(areas).reduce((under, [panel, { x, y, ...size }]) => {
    const rows = box([], size, { title: titles[panel] ?? '', style: 'quiet', marks });
    return lay(under, { x, y: y + ABOVE }, rows);
  }, opening);
  createPainter(write).paint({ rows: filled(picture).map(paint) });
}

/**
 * Areas as ink lays them out, which is not loaded yet: what has a size takes it, the others divide what is left.
 *
 * @param layoutOf of a screen, for the size of its body
 */
export function divided(layoutOf: (size: Size) => Layout, size: Size): Areas {
  return Object.fromEntries(placed(layoutOf(size), { x: 0, y: 0, ...size }));
}

function placed(layout: Layout, area: Area): readonly (readonly [string, Area])[] {
  if ('panel' in layout) return [[layout.panel, area]];
  const isAcross = 'columns' in layout;
  const parts = isAcross ? layout.columns : layout.rows;
  const whole = isAcross ? area.width : area.height;
  const fixed = parts.map(({ size }) => (typeof size === 'string' ? (Number.parseFloat(size) / 100) * whole : size));
  const left = whole - fixed.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const weight = ({ size, grow = size === undefined ? 1 : 0 }: Layout) => grow;
  const weights = parts.reduce((sum, part) => sum + weight(part), 0);
  let end = 0;
  return parts.flatMap((part, index) => {
    const start = end;
    end += (fixed[index] ?? 0) + (weights > 0 ? (left * weight(part)) / weights : 0);
    const [from, to] = [Math.round(start), Math.round(end)];
    return placed(
      part,
      isAcross ? { ...area, x: area.x + from, width: to - from } : { ...area, y: area.y + from, height: to - from },
    );
  });
}
