/** Changes the text of a file in the UI; everything that depends on it follows once the person pauses. */
import { type AppState, stay, type Turn, withProject } from '../state.ts';
import { openProject } from '../tasks/open-project.ts';
import { textOf } from './project.ts';

/** After the last key, in milliseconds. */
const TYPING_PAUSE = 80;

export function editText(state: AppState, path: string, text: string): Turn {
  const { project } = state;
  if (textOf(project, path) === text) return stay(state);
  const base = project.edits.get(path)?.base ?? project.texts.get(path) ?? '';
  const edits = new Map(project.edits);
  if (text === base && project.texts.has(path)) edits.delete(path);
  else edits.set(path, { text, base });
  return stay(withProject(state, { edits }), { ...openProject(edits), after: TYPING_PAUSE });
}
