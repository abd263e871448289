/** What comes from the keyboard: one event per key, a paste as one. */

/**
 * A key by its name: the character itself (`j`, `G`, `é`), `enter`, `tab`, `shift-tab`, `esc`, `backspace`, `delete`, `up`,
 * `page-down`, `home`, `f1`, and with `ctrl-`, `alt-`, `shift-` before it (`ctrl-s`, `alt-left`). The space bar is `space`.
 */
export interface KeyPress {
  readonly kind: 'key';
  readonly name: string;
  /** What it types: the character, and nothing for keys that move. */
  readonly text?: string;
}

export interface Paste {
  readonly kind: 'paste';
  readonly text: string;
}

export type Input = KeyPress | Paste;
