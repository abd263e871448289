/** The state of the whole terminal UI, and what an event makes of it: the next state and the tasks it wants done. */
import type { Areas, Size } from './layout.ts';
import type { Overlay } from './overlays/overlay.ts';
import type { Ports } from './ports.ts';
import type { Project } from './project/project.ts';
import type { ScreenId, ScreenStates } from './screens/index.ts';

export type { Ports } from './ports.ts';

export interface AppState {
  readonly size: Size;
  readonly screen: ScreenId;
  /** Panel that has the focus, by screen. */
  readonly focus: Readonly<Record<ScreenId, string>>;
  /** Where the panels of the current screen stand. */
  readonly areas: Areas;
  /** What each screen remembers for itself. */
  readonly screens: ScreenStates;
  /** What all screens are about. */
  readonly project: Project;
  /** In front of the screen; takes all keys. */
  readonly overlay?: Overlay;
  readonly message?: Message;
  /** The beginning of a sequence of keys: `g` of `g g`. */
  readonly pending: string;
  /** First row shown of panels of text, by `screen.panel`. */
  readonly scrolls: Readonly<Record<string, number>>;
  /** Filters by `screen.panel`. */
  readonly filters: Readonly<Record<string, string>>;
  /** The last key asked to quit; once more does. */
  readonly wantsToQuit: boolean;
  /** The program ends after this event. */
  readonly quit: boolean;
  /** With `quit`: the folder of another project, to be opened next. */
  readonly reopen?: string;
}

export interface Message {
  readonly text: string;
  readonly kind: 'note' | 'good' | 'bad';
}

/** The next state and what is to be done outside. */
export interface Turn {
  readonly state: AppState;
  readonly tasks: readonly Task[];
}

/** What a finished task makes of the state that it finds. */
export type Update = (state: AppState) => Turn;

/**
 * Work outside the reducers: reading, evaluating, saving. It hands over between its steps, so that keys are answered, and
 * may give updates on the way.
 */
export interface Task {
  /** A newer task of the same name takes its place, whether it waits or runs. */
  readonly name: string;
  /** What it is about: one of the same name that waits or runs for the same goes on instead. */
  readonly about?: readonly unknown[];
  /** Milliseconds to wait for a newer one first: while somebody types. */
  readonly after?: number;
  /** Other tasks that make no sense any more beside it. */
  readonly replaces?: readonly string[];
  readonly steps: (ports: Ports) => Iterator<Handover> | AsyncIterator<Handover>;
}

/** Between two steps: an update, or nothing. */
export type Handover = Update | undefined;

export function stay(state: AppState, ...tasks: readonly Task[]): Turn {
  return { state, tasks };
}

export function withProject(state: AppState, change: Partial<Project>): AppState {
  return { ...state, project: { ...state.project, ...change } };
}

export function withScreen<Id extends ScreenId>(state: AppState, id: Id, change: Partial<ScreenStates[Id]>): AppState {
  return { ...state, screens: { ...state.screens, [id]: { ...state.screens[id], ...change } } };
}

export function withMessage(state: AppState, text: string, kind: Message['kind'] = 'note'): AppState {
  return { ...state, message: { text, kind } };
}

/** Name of the panel that has the focus. */
export function focused(state: AppState): string {
  return state.focus[state.screen];
}
