/** Filtering a panel: the command that starts it, and what passes. */
import type { Command } from '../command.ts';
import type { ScreenId } from '../screens/index.ts';
import { focused, stay } from '../state.ts';
import { lineText } from './line-text.ts';

/** Starts to filter the panel that has the focus; for the commands of screens that have lists. */
export function filterCommand(screen: ScreenId, panels: readonly string[]): Command {
  return {
    id: `${screen}.filter`,
    title: 'show only what has these words in it',
    keys: ['/'],
    panels,
    bar: 'filter',
    run: (state) => {
      const target = `${screen}.${focused(state)}`;
      const before = state.filters[target] ?? '';
      return stay({ ...state, overlay: { kind: 'filter', target, line: lineText(before), before } });
    },
  };
}

/** Every word of the filter is in the text, whatever the case. */
export function passesFilter(filter: string | undefined, text: string): boolean {
  const lower = text.toLowerCase();
  return (filter ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
