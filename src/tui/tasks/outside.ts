/** Things done outside: the shell, the person's editor, the clipboard, reading everything again. */
import { type Handover, type Ports, type Task, withMessage } from '../state.ts';
import { openProject } from './open-project.ts';

export const suspend: Task = {
  name: 'suspend',
  *steps({ terminal }: Ports): Generator<Handover> {
    terminal.suspend();
    yield undefined;
  },
};

/** Files are read again; unsaved texts stay. @param paths those that somebody changed; all without */
export function rereadProject(paths?: readonly string[]): Task {
  return {
    name: 'reread',
    *steps({ files }: Ports): Generator<Handover> {
      files.forget(paths ?? files.listFiles());
      yield (state) => ({ state, tasks: [openProject(state.project.edits)] });
    },
  };
}

/** Gives a file to the person's editor, and reads what came of it. */
export function editOutside(path: string): Task {
  return {
    name: 'edit-outside',
    *steps({ terminal, files }: Ports): Generator<Handover> {
      const problem = terminal.edit(path);
      files.forget([path]);
      yield (state) => ({
        state: problem === undefined ? state : withMessage(state, problem, 'bad'),
        tasks: [openProject(state.project.edits)],
      });
    },
  };
}

/** By the terminal's own way (OSC 52), which works from far away too. */
export function copyText(text: string, what: string): Task {
  return {
    name: 'copy',
    *steps({ terminal, base64 }: Ports): Generator<Handover> {
      terminal.write(`\u001b]52;c;${base64(text)}\u0007`);
      yield (state) => ({ state: withMessage(state, `copied ${what}`, 'good'), tasks: [] });
    },
  };
}
