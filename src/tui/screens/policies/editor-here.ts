/** The editor of the open file. */
import { type Editor, openEditor, withText } from '../../editor/editor.ts';
import { textOf } from '../../project/project.ts';
import type { AppState } from '../../state.ts';
import { openFile } from './tree.ts';

export function isTyping(state: AppState): boolean {
  return state.screen === 'policies' && state.screens.policies.isTyping && editorHere(state) !== undefined;
}

/** The editor of the open file with its text as it is now; what changed it elsewhere can be undone here too. */
export function editorHere(state: AppState): Editor | undefined {
  const path = openFile(state);
  const text = path === undefined ? undefined : textOf(state.project, path);
  if (path === undefined || text === undefined) return undefined;
  const { editors, keys, line } = state.screens.policies;
  const known = editors.get(path);
  return known ? withText({ ...known, keys }, text) : openEditor(text, keys, { line, column: 0 });
}
