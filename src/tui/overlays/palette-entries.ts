/** The commands that a text finds in the palette, the best first. */
import type { Command } from '../command.ts';
import { commandsOf, isAvailable } from '../find-command.ts';
import type { AppState } from '../state.ts';

export function paletteEntries(state: AppState, text: string): readonly Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = commandsOf(state)
    .filter((command) => isAvailable(command, state))
    .flatMap((command) => {
      const score = scoreOf(command, words);
      return score === undefined ? [] : [{ command, score }];
    });
  return found.sort((a, b) => a.score - b.score).map(({ command }) => command);
}

/** Lower is better; undefined where a word is not there. */
function scoreOf({ id, title }: Command, words: readonly string[]): number | undefined {
  let sum = 0;
  for (const word of words) {
    const inTitle = title.toLowerCase().indexOf(word);
    if (inTitle >= 0) sum += inTitle;
    else if (id.toLowerCase().includes(word)) sum += 100;
    else return undefined;
  }
  return sum;
}
