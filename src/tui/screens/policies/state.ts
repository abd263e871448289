/** What the Policies screen remembers. */

import type { Editor } from '../../editor/editor.ts';
import type { Popup } from './popup.ts';

export interface PoliciesState {
  /** Entry of the tree under the cursor: a path, or the kind of a heading. */
  readonly at: string;
  /** Kinds whose files are not shown. */
  readonly folded: ReadonlySet<string>;
  /** File in the text panel. */
  readonly open?: string;
  /** Line of the text under the cursor, from 0. */
  readonly line: number;
  /** Finding under the cursor, of the open file. */
  readonly finding: number;
  /** Of files that were edited, with what undo goes back to. */
  readonly editors: ReadonlyMap<string, Editor>;
  /** Keys go to the editor of the open file. */
  readonly isTyping: boolean;
  readonly keys: Editor['keys'];
  readonly popup?: Popup;
}

export const policiesState: PoliciesState = {
  at: '',
  folded: new Set(),
  line: 0,
  finding: 0,
  editors: new Map(),
  isTyping: false,
  keys: 'simple',
};
