/** From keys to commands: which one a sequence calls, and which commands there are. */
import type { Command } from './command.ts';
import { GLOBAL_COMMANDS } from './global-commands.ts';
import { screenOf } from './screens/find-screen.ts';
import { type AppState, focused } from './state.ts';

/** Those of the screen, then those that are everywhere. */
export function commandsOf(state: AppState): readonly Command[] {
  return [...screenOf(state.screen).commands, ...GLOBAL_COMMANDS];
}

export function isAvailable(command: Command, state: AppState): boolean {
  return command.available?.(state) ?? true;
}

/** Whether its keys count where the focus is. */
export function isHere(command: Command, state: AppState): boolean {
  return command.panels?.includes(focused(state)) ?? true;
}

export type Found = { readonly kind: 'command'; readonly command: Command } | { readonly kind: 'begun' | 'none' };

/** @param sequence names of keys with spaces between them */
export function findCommand(state: AppState, sequence: string): Found {
  const here = commandsOf(state).filter((command) => isHere(command, state) && isAvailable(command, state));
  const command = here.find(({ keys }) => keys.includes(sequence));
  if (command) return { kind: 'command', command };
  const isBegun = here.some(({ keys }) => keys.some((one) => one.startsWith(`${sequence} `)));
  return { kind: isBegun ? 'begun' : 'none' };
}
