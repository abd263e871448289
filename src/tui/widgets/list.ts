/** A list with a cursor: which rows a panel shows, and the commands that move in it. */
import type { Command } from '../command.ts';
import type { AppState } from '../state.ts';
import { stay } from '../state.ts';

/** Rows from `top` to before `end`. */
export interface Window {
  readonly top: number;
  readonly end: number;
}

/** The cursor stands as near to the middle as the ends allow. */
export function windowAround(cursor: number, total: number, height: number): Window {
  const top = Math.max(0, Math.min(cursor - Math.floor(height / 2), total - height));
  return { top, end: Math.min(total, top + Math.max(0, height)) };
}

export function clamp(cursor: number, total: number): number {
  return Math.max(0, Math.min(cursor, total - 1));
}

/** How the commands get at a list. */
export interface ListAccess {
  /** `policies.files`: the screen and the panel. */
  readonly screen: string;
  readonly panel: string;
  /** What the entries are, for the titles: `file`. */
  readonly what: string;
  readonly count: (state: AppState) => number;
  readonly cursor: (state: AppState) => number;
  readonly move: (state: AppState, to: number) => AppState;
}

/** Up, down, pages, both ends. */
export function listCommands(list: ListAccess): Command[] {
  const to = (place: (cursor: number, page: number, total: number) => number) => (state: AppState) => {
    const total = list.count(state);
    const page = Math.max(1, (state.areas[list.panel]?.height ?? 10) - 3);
    return stay(list.move(state, clamp(place(list.cursor(state), page, total), total)));
  };
  const command = (id: string, title: string, keys: readonly string[], run: Command['run']): Command => ({
    id: `${list.screen}.${list.panel}.${id}`,
    title,
    keys,
    panels: [list.panel],
    run,
  });
  return [
    command(
      'down',
      `next ${list.what}`,
      ['j', 'down', 'ctrl-n'],
      to((cursor) => cursor + 1),
    ),
    command(
      'up',
      `${list.what} before`,
      ['k', 'up', 'ctrl-p'],
      to((cursor) => cursor - 1),
    ),
    command(
      'half-page-down',
      'half a page down',
      ['ctrl-d'],
      to((cursor, page) => cursor + Math.ceil(page / 2)),
    ),
    command(
      'half-page-up',
      'half a page up',
      ['ctrl-u'],
      to((cursor, page) => cursor - Math.ceil(page / 2)),
    ),
    command(
      'page-down',
      'a page down',
      ['page-down', '.'],
      to((cursor, page) => cursor + page),
    ),
    command(
      'page-up',
      'a page up',
      ['page-up', ','],
      to((cursor, page) => cursor - page),
    ),
    command(
      'first',
      `first ${list.what}`,
      ['g g', 'home', '<'],
      to(() => 0),
    ),
    command(
      'last',
      `last ${list.what}`,
      ['G', 'end', '>'],
      to((_cursor, _page, total) => total - 1),
    ),
  ];
}
