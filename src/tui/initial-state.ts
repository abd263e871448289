/** The state before anything was read. */
import type { Size } from './layout.ts';
import { emptyProject } from './project/project.ts';
import { SCREENS } from './screens/find-screen.ts';
import { eachScreen, INITIAL_SCREENS, type ScreenId } from './screens/index.ts';
import type { AppState } from './state.ts';

/** @param likesVi the editor begins with the keys of vi */
export function initialState(size: Size, root: string, likesVi: boolean): AppState {
  const first = (id: ScreenId) => SCREENS.find((screen) => screen.id === id)?.panels[0]?.id ?? '';
  return {
    size,
    screen: SCREENS[0]?.id ?? 'policies',
    focus: eachScreen(first),
    areas: {},
    screens: { ...INITIAL_SCREENS, policies: { ...INITIAL_SCREENS.policies, keys: likesVi ? 'vim' : 'simple' } },
    project: emptyProject(root),
    pending: '',
    filters: {},
    scrolls: {},
    wantsToQuit: false,
    quit: false,
  };
}
