/** One step of the UI: the state and an event make the next state and the tasks it wants done. Pure. */
import { findCommand } from './find-command.ts';
import { quitOrAsk } from './global-commands.ts';
import type { Input } from './keys/key.ts';
import type { Areas, Size } from './layout.ts';
import { overlayInput } from './overlays/overlay-input.ts';
import { noticeForeign } from './project/foreign-changes.ts';
import { screenOf } from './screens/find-screen.ts';
import { type AppState, stay, type Turn, type Update, withMessage } from './state.ts';
import { openProject } from './tasks/open-project.ts';
import { rereadProject } from './tasks/outside.ts';
import { startQuestion } from './tasks/start-project.ts';

export type AppEvent =
  | Input
  /** The program begins, or the terminal has another size. */
  | { readonly kind: 'sized'; readonly size: Size }
  /** The panels of the current screen were laid out. */
  | { readonly kind: 'laid-out'; readonly areas: Areas }
  | { readonly kind: 'begin'; readonly config: string | undefined }
  /** A task gave this. */
  | { readonly kind: 'update'; readonly update: Update }
  /** Another program changed files. */
  | { readonly kind: 'files-changed'; readonly paths: readonly string[] };

export function reduce(state: AppState, event: AppEvent): Turn {
  const turn = next(state, event);
  // What the screen shows of the project is computed for whoever looks at it.
  const { screen, project, screens } = turn.state;
  const isOther = screen !== state.screen || project !== state.project || screens[screen] !== state.screens[screen];
  const follow = isOther ? (screenOf(screen).follows?.(turn.state) ?? []) : [];
  return follow.length > 0 ? { ...turn, tasks: [...turn.tasks, ...follow] } : turn;
}

function next(state: AppState, event: AppEvent): Turn {
  switch (event.kind) {
    case 'key':
    case 'paste':
      return inputTurn(state, event);
    case 'sized':
      return stay({ ...state, size: event.size });
    case 'laid-out':
      return stay({ ...state, areas: event.areas });
    case 'begin':
      return stay(state, openProject(state.project.edits, event.config));
    case 'update':
      return noticeForeign(state, firstRun(state, event.update(state)));
    case 'files-changed':
      return stay(state, rereadProject(event.paths));
    default:
      return event satisfies never;
  }
}

/** A folder without anything in it: what may be written there is offered at once. */
function firstRun(before: AppState, turn: Turn): Turn {
  const { project, overlay } = turn.state;
  if (before.project.status !== 'opening' || project.status !== 'none' || overlay) return turn;
  return { ...turn, state: { ...turn.state, overlay: startQuestion(project.root) } };
}

function inputTurn(before: AppState, input: Input): Turn {
  const { message: _told, ...rest } = before;
  if (input.kind === 'key' && input.name === 'ctrl-c') return interrupt(rest);
  const state: AppState = { ...rest, wantsToQuit: false };
  if (state.overlay) return overlayInput(state, state.overlay, input);
  return screenOf(state.screen).input?.(state, input) ?? keyTurn(state, input);
}

/** Twice ends the program; unsaved texts are asked about the first time. */
function interrupt(state: AppState): Turn {
  const { overlay: _closed, ...open } = state;
  if (state.wantsToQuit) return stay({ ...open, quit: true });
  const asked = quitOrAsk(state);
  if (!asked.state.quit) return stay({ ...asked.state, wantsToQuit: true });
  return stay(withMessage({ ...open, wantsToQuit: true }, 'ctrl-c once more quits'));
}

function keyTurn(state: AppState, input: Input): Turn {
  if (input.kind === 'paste') return stay(withMessage(state, 'nothing takes text here'));
  const sequence = state.pending === '' ? input.name : `${state.pending} ${input.name}`;
  const cleared = { ...state, pending: '' };
  const found = findCommand(state, sequence);
  if (found.kind === 'command') return found.command.run(cleared);
  if (found.kind === 'begun') return stay({ ...state, pending: sequence });
  // The sequence was none: its last key may call something by itself.
  if (state.pending !== '') return keyTurn(cleared, input);
  return stay(cleared);
}
