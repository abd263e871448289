/** Fills an empty folder: with the sample project of the package, or with a small project of one's own. */
import { FIRST_PROJECT } from '../../workspace/index.ts';
import type { Confirm } from '../overlays/overlay.ts';
import { type Handover, type Ports, stay, type Task, withMessage } from '../state.ts';
import { openProject } from './open-project.ts';
import { writeFile } from './save-files.ts';

/** What is offered where there is nothing yet. */
export function startQuestion(root: string): Confirm {
  return {
    kind: 'confirm',
    title: 'a new project',
    question: 'There are no policies in this folder yet.',
    details: [root],
    choices: [
      { key: 'l', label: 'write the course lab: policies and scenarios to try things on', run: start('lab') },
      { key: 'n', label: 'begin a project: one policy, one account, one scenario file', run: start('new') },
    ],
  };
}

function start(which: 'lab' | 'new'): Confirm['choices'][number]['run'] {
  return (state) => stay(withMessage(state, 'writing the files'), startProject(which));
}

function startProject(which: 'lab' | 'new'): Task {
  return {
    name: 'start',
    *steps({ files, lab }: Ports): Generator<Handover> {
      const paths = which === 'lab' ? lab.listFiles() : Object.keys(FIRST_PROJECT);
      const [there] = paths.filter((path) => files.exists(path));
      if (there !== undefined) {
        yield (state) => stay(withMessage(state, `${there} exists already; nothing was written`, 'bad'));
        return;
      }
      for (const path of paths) {
        const read = which === 'lab' ? lab.readText(path) : { text: FIRST_PROJECT[path] ?? '' };
        const problem = 'problem' in read ? read.problem : writeFile(files, path, read.text);
        if (problem !== undefined) {
          yield (state) => stay(withMessage(state, `${path} could not be written: ${problem}`, 'bad'));
          return;
        }
        yield undefined;
      }
      files.forget(paths);
      yield (state) =>
        stay(withMessage(state, `wrote ${paths.length} files`, 'good'), openProject(state.project.edits));
    },
  };
}
