/** What a screen is: a folder below this one whose `<id>.ts` exports one of these, found by `npm run generate`. */
import type { Command } from '../command.ts';
import type { Input } from '../keys/key.ts';
import type { Layout, Size } from '../layout.ts';
import type { AppState, Task, Turn } from '../state.ts';
import type { Row } from '../text-row.ts';
import type { Marks } from '../theme.ts';

export interface Screen {
  readonly id: string;
  /** The digit that opens it; the tabs are in this order. */
  readonly number: number;
  readonly title: string;
  /** In the order of `tab`; the first has the focus at the beginning. */
  readonly panels: readonly ScreenPanel[];
  /** Of the size that is left for the screen. It must follow from its arguments alone. */
  readonly layout: (size: Size) => Layout;
  readonly commands: readonly Command[];
  /** What it computes for itself while it is shown: asked whenever it, or the project, changes. None where all is there. */
  readonly follows?: (state: AppState) => readonly Task[];
  /**
   * Sees keys before the commands do: a screen in which text is typed. Undefined: not taken.
   * Keys that only move or edit here belong to `typing`, so that help and docs tell them.
   */
  readonly input?: (state: AppState, input: Input) => Turn | undefined;
  /** What `input` does with keys, for the help and, with a word, the help bar; no commands of their own. */
  readonly typing?: readonly { readonly keys: string; readonly title: string; readonly bar?: string }[];
  /** Keys go to `input`: the help bar has its keys then. */
  readonly isTyping?: (state: AppState) => boolean;
}

export interface ScreenPanel {
  readonly id: string;
  readonly view: (state: AppState, look: Look) => PanelView;
}

/** What a view may know besides the state. */
export interface Look {
  /** Inside the border. */
  readonly width: number;
  readonly height: number;
  readonly marks: Marks;
  readonly focused: boolean;
}

export interface PanelView {
  readonly title: string;
  /** Behind the title, at the right end of the border. */
  readonly note?: string;
  /** From the top; those beyond the height are not shown, those too wide are cut. */
  readonly rows: readonly Row[];
  /** The terminal's own cursor, within the rows. */
  readonly cursor?: { readonly x: number; readonly y: number };
  /** First row shown and how many there are, for the scroll mark on the border. */
  readonly scroll?: { readonly top: number; readonly total: number };
}

/** A screen with its id as a type, for the registry. */
export function defineScreen<const Id extends string>(screen: Screen & { readonly id: Id }) {
  return screen;
}
