/** What stands in front of the screen and takes the keys: the palette, help, a question, a line of text. */
import type { AppState, Turn } from '../state.ts';
import type { LineText } from '../widgets/line-text.ts';

export interface Palette {
  readonly kind: 'palette';
  readonly line: LineText;
  readonly chosen: number;
}

export interface Help {
  readonly kind: 'help';
  readonly top: number;
}

/** A question that must be answered by a key. */
export interface Confirm {
  readonly kind: 'confirm';
  /** Without one it is `sure?`. */
  readonly title?: string;
  readonly question: string;
  /** What comes of it, a line each. */
  readonly details: readonly string[];
  readonly choices: readonly Choice[];
}

export interface Choice {
  /** A letter; `esc` answers a question without doing anything, always. */
  readonly key: string;
  readonly label: string;
  readonly run: (state: AppState) => Turn;
}

/** One line of text, asked for by a screen. */
export interface Prompt {
  readonly kind: 'prompt';
  readonly title: string;
  readonly line: LineText;
  /** What is wrong with the text as it is, told while it is typed; such a text is not accepted. */
  readonly problem?: (text: string) => string | undefined;
  readonly accept: (state: AppState, text: string) => Turn;
}

/** One of a list, found by typing; or the text that was typed, where that may stand. */
export interface Choose {
  readonly kind: 'choose';
  readonly title: string;
  readonly line: LineText;
  readonly chosen: number;
  readonly offers: (state: AppState, text: string) => readonly Choosable[];
  /** Accepts a text that is not offered. */
  readonly free: boolean;
  readonly accept: (state: AppState, text: string) => Turn;
  /** Several can be chosen: `tab` marks, `enter` accepts all that are marked; the texts come with line breaks between. */
  readonly marked?: readonly string[];
  /** What `esc` goes back to; the screen without. */
  readonly back?: (state: AppState) => Turn;
  /** What would come of it, below the list. */
  readonly preview?: (state: AppState, marked: readonly string[]) => readonly string[];
}

export interface Choosable {
  readonly text: string;
  readonly note?: string;
}

/** The filter of a panel, applied while it is typed. */
export interface Filter {
  readonly kind: 'filter';
  /** `screen.panel`. */
  readonly target: string;
  readonly line: LineText;
  /** What `esc` goes back to. */
  readonly before: string;
}

export type Overlay = Palette | Help | Confirm | Prompt | Choose | Filter;
