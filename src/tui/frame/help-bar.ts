/** The last line: the keys that matter most where the focus is. */
import type { Command } from '../command.ts';
import { commandsOf, isAvailable, isHere } from '../find-command.ts';
import { screenOf } from '../screens/find-screen.ts';
import type { AppState } from '../state.ts';
import { EMPTY_ROW, type Row, row, rowWidth, span } from '../text-row.ts';

export function helpBar(state: AppState): Row {
  const { overlay, size } = state;
  if (overlay) return EMPTY_ROW;
  const { isTyping, typing = [] } = screenOf(state.screen);
  if (isTyping?.(state)) {
    return fitting(
      typing.flatMap(({ keys, bar }) => (bar === undefined ? [] : [{ keys: [keys], bar }])),
      size.width,
    );
  }
  const shown = commandsOf(state).filter(
    (command) => command.bar !== undefined && isHere(command, state) && isAvailable(command, state),
  );
  // Those of everywhere are at the end and the first to go, but for help and palette, without which nothing is found.
  const always = shown.filter(({ id }) => id === 'help' || id === 'palette');
  const rest = shown.filter((command) => !always.includes(command));
  const end = row(...always.flatMap(pair));
  return [...fitting(rest, size.width - rowWidth(end)), ...end];
}

type Shown = Pick<Command, 'keys' | 'bar'>;

/** From the first on, as many as have room. */
function fitting(commands: readonly Shown[], width: number): Row {
  let bar: Row = row(' ');
  for (const command of commands) {
    const longer = [...bar, ...pair(command)];
    if (rowWidth(longer) > width) break;
    bar = longer;
  }
  return bar;
}

function pair({ keys, bar = '' }: Shown): Row {
  return row(span(keys[0] ?? '', 'accent'), ` ${bar}  `);
}
