/** Opens a file of the project at a line, for every screen that leads to one. */
import { textOf } from '../../project/project.ts';
import { type AppState, withMessage, withScreen } from '../../state.ts';

/** @param line from 0 */
export function showFile(state: AppState, path: string, line: number): AppState {
  if (textOf(state.project, path) === undefined) return withMessage(state, `${path} is no file of the project`);
  const opened = withScreen(state, 'policies', { open: path, at: path, line, finding: 0, isTyping: false });
  return { ...opened, screen: 'policies', focus: { ...opened.focus, policies: 'text' } };
}
