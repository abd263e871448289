/** The help of the current screen: every key and what it does, from the tables that the keys are read by. */
import type { Command } from '../command.ts';
import { GLOBAL_COMMANDS } from '../global-commands.ts';
import { screenOf } from '../screens/find-screen.ts';
import { type AppState, focused } from '../state.ts';
import { EMPTY_ROW, type Row, row, span } from '../text-row.ts';
import { textWidth } from '../text-width.ts';

/** `ctrl-s`, `g g`, `j or down`. */
export function keyWords({ keys }: Command): string {
  return keys.map((key) => (key === ' ' ? 'space' : key)).join(', ');
}

export function helpRows(state: AppState): readonly Row[] {
  const screen = screenOf(state.screen);
  const panel = focused(state);
  const here = screen.commands.filter(({ panels }) => panels?.includes(panel));
  const onScreen = screen.commands.filter(({ panels }) => !panels);
  const elsewhere = screen.commands.filter(({ panels }) => panels && !panels.includes(panel));
  const typing = screen.typing ?? [];
  return [
    ...section(`in this panel`, here),
    ...section(`on the screen ${screen.title}`, onScreen),
    ...(typing.length === 0
      ? []
      : [row(span('while you type', 'strong')), ...typing.map(({ keys, title }) => line(keys, title)), EMPTY_ROW]),
    ...section('everywhere', GLOBAL_COMMANDS),
    ...section('in the other panels', elsewhere),
  ];
}

function section(title: string, commands: readonly Command[]): Row[] {
  const shown = commands.filter(({ keys }) => keys.length > 0);
  if (shown.length === 0) return [];
  return [row(span(title, 'strong')), ...shown.map((command) => line(keyWords(command), command.title)), EMPTY_ROW];
}

function line(keys: string, title: string): Row {
  return row('  ', span(keys, 'accent'), ' '.repeat(Math.max(2, 22 - textWidth(keys))), title);
}
