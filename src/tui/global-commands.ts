/** The commands that every screen has: other screens, panels, help, palette, filter, saving, leaving. */
import type { Command } from './command.ts';
import { SCREENS, screenOf } from './screens/find-screen.ts';
import type { ScreenId } from './screens/index.ts';
import { type AppState, focused, stay, withMessage } from './state.ts';
import { rereadProject, suspend } from './tasks/outside.ts';
import { saveAll } from './tasks/save-files.ts';
import { startQuestion } from './tasks/start-project.ts';
import { lineText } from './widgets/line-text.ts';

function openScreen(id: ScreenId): Command['run'] {
  return (state) => stay({ ...state, screen: id });
}

function movePanel(by: number): Command['run'] {
  return (state) => {
    const panels = screenOf(state.screen).panels.map(({ id }) => id);
    const at = panels.indexOf(focused(state));
    const next = panels[(at + by + panels.length) % panels.length] ?? focused(state);
    return stay({ ...state, focus: { ...state.focus, [state.screen]: next } });
  };
}

/** Asks where work would be lost. */
export function quitOrAsk(state: AppState): ReturnType<Command['run']> {
  const unsaved = [...state.project.edits.keys()];
  if (unsaved.length === 0) return stay({ ...state, quit: true });
  return stay({
    ...state,
    overlay: {
      kind: 'confirm',
      question: `${unsaved.length === 1 ? 'a file is' : `${unsaved.length} files are`} not saved`,
      details: unsaved,
      choices: [
        { key: 's', label: 'save and quit', run: (at) => ({ state: at, tasks: [saveAll(at, 'quit')] }) },
        { key: 'd', label: 'discard and quit', run: (at) => stay({ ...at, quit: true }) },
      ],
    },
  });
}

export const GLOBAL_COMMANDS: readonly Command[] = [
  ...SCREENS.map(
    ({ id, number, title }): Command => ({
      id: `screen.${id}`,
      title: `go to ${title}`,
      keys: [String(number)],
      run: openScreen(id),
    }),
  ),
  { id: 'panel.next', title: 'next panel', keys: ['tab'], bar: 'panel', run: movePanel(1) },
  { id: 'panel.previous', title: 'panel before', keys: ['shift-tab'], run: movePanel(-1) },
  {
    id: 'save-all',
    title: 'save all files that were changed',
    keys: ['ctrl-s'],
    available: ({ project }) => project.edits.size > 0,
    run: (state) => stay(state, saveAll(state)),
  },
  {
    id: 'start',
    title: 'start a project here: the course lab, or one of your own',
    keys: [],
    available: ({ project }) => project.status === 'none',
    run: (state) => stay({ ...state, overlay: startQuestion(state.project.root) }),
  },
  {
    id: 'reload',
    title: 'read all files again',
    keys: ['R'],
    run: (state) => stay(withMessage(state, 'reading all files again'), rereadProject()),
  },
  {
    id: 'palette',
    title: 'find a command by its name',
    keys: [':'],
    bar: 'commands',
    run: (state) => stay({ ...state, overlay: { kind: 'palette', line: lineText(), chosen: 0 } }),
  },
  {
    id: 'help',
    title: 'what the keys do here',
    keys: ['?', 'f1'],
    bar: 'help',
    run: (state) => stay({ ...state, overlay: { kind: 'help', top: 0 } }),
  },
  {
    id: 'suspend',
    title: 'stop and go back to the shell; `fg` comes back',
    keys: ['ctrl-z'],
    run: (state) => stay(state, suspend),
  },
  { id: 'quit', title: 'quit', keys: ['q'], bar: 'quit', run: quitOrAsk },
];
