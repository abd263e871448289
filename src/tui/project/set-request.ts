/** Makes another request the current one, and asks it. */
import type { RequestDraft } from '../request-draft.ts';
import { type AppState, stay, type Turn, withProject } from '../state.ts';
import { askRequest } from '../tasks/ask-request.ts';

export function setRequest(state: AppState, request: RequestDraft): Turn {
  const { workspace, config } = state.project;
  const next = withProject(state, { request });
  return stay(next, ...(workspace && config ? [askRequest(workspace, config, request)] : []));
}
