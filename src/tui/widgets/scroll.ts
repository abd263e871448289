/** A panel of text that is only read: where it is scrolled to, and the commands that scroll it. */
import type { Command } from '../command.ts';
import type { ScreenId } from '../screens/index.ts';
import type { PanelView, ScreenPanel } from '../screens/screen.ts';
import { type AppState, stay } from '../state.ts';
import type { Row } from '../text-row.ts';
import { makeTheme } from '../theme.ts';

/** The part of the rows that is shown. */
export function scrolled(
  state: AppState,
  target: string,
  rows: readonly Row[],
  height: number,
): Pick<PanelView, 'rows' | 'scroll'> {
  const top = Math.max(0, Math.min(state.scrolls[target] ?? 0, rows.length - height));
  return { rows: rows.slice(top, top + height), scroll: { top, total: rows.length } };
}

const { marks } = makeTheme({ colour: false, ascii: false });

/** @param panel whose view tells with `scroll` how far it goes */
export function scrollCommands(screen: ScreenId, panel: ScreenPanel): Command[] {
  const target = `${screen}.${panel.id}`;
  const by = (rows: (page: number, total: number) => number) => (state: AppState) => {
    const area = state.areas[panel.id];
    if (!area) return stay(state);
    const [width, height] = [area.width - 2, area.height - 2];
    const { scroll } = panel.view(state, { width, height, marks, focused: true });
    if (!scroll) return stay(state);
    const top = Math.max(0, Math.min(scroll.top + rows(height, scroll.total), scroll.total - height));
    return stay({ ...state, scrolls: { ...state.scrolls, [target]: top } });
  };
  const command = (id: string, title: string, keys: readonly string[], run: Command['run']): Command => ({
    id: `${target}.${id}`,
    title,
    keys,
    panels: [panel.id],
    run,
  });
  return [
    command(
      'down',
      'scroll down',
      ['j', 'down'],
      by(() => 1),
    ),
    command(
      'up',
      'scroll up',
      ['k', 'up'],
      by(() => -1),
    ),
    command(
      'page-down',
      'a page down',
      ['ctrl-d', 'page-down', '.'],
      by((page) => page - 1),
    ),
    command(
      'page-up',
      'a page up',
      ['ctrl-u', 'page-up', ','],
      by((page) => 1 - page),
    ),
    command(
      'first',
      'to the beginning',
      ['g g', 'home', '<'],
      by((_page, total) => -total),
    ),
    command(
      'last',
      'to the end',
      ['G', 'end', '>'],
      by((_page, total) => total),
    ),
  ];
}
