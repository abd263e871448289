/** A command: what it is called, which keys call it, what it does. The help bar, `?`, `:`, docs/keys.md and the reducer read it. */
import type { AppState, Turn } from './state.ts';

export interface Command {
  /** `policies.save`; unique, and stable for who remaps keys. */
  readonly id: string;
  /** An order, as the palette and the help say it: `save the policy`. */
  readonly title: string;
  /** Names as in keys/key.ts; a sequence has spaces: `g g`. May be empty: then the palette alone has it. */
  readonly keys: readonly string[];
  /** Panels in which the keys count; in all of the screen without. */
  readonly panels?: readonly string[];
  /** The word of the help bar; not there without one. */
  readonly bar?: string;
  /** Whether it makes sense now; always without. */
  readonly available?: (state: AppState) => boolean;
  readonly run: (state: AppState) => Turn;
}
