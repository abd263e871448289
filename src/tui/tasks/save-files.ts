/** Writes edited texts to their files; asks where somebody else has changed a file meanwhile. */
import type { Edit } from '../project/project.ts';
import {
  type AppState,
  type Handover,
  type Ports,
  stay,
  type Task,
  type Turn,
  withMessage,
  withProject,
} from '../state.ts';

/** What comes after: the program ends, if all went well. */
type After = 'stay' | 'quit';

export function saveAll({ project }: AppState, after: After = 'stay'): Task {
  return saveFiles(project.edits, after);
}

/** @param overwrite even where the file is not any more what editing began with */
export function saveFiles(edits: ReadonlyMap<string, Edit>, after: After = 'stay', overwrite = false): Task {
  return {
    name: 'save',
    *steps({ files }: Ports): Generator<Handover> {
      const saved: [path: string, text: string][] = [];
      const foreign: string[] = [];
      for (const [path, { text, base }] of edits) {
        files.forget([path]);
        const there = files.readText(path);
        if (!overwrite && 'text' in there && there.text !== base && there.text !== text) {
          foreign.push(path);
          continue;
        }
        const problem = writeFile(files, path, text);
        if (problem !== undefined) {
          yield (state) => stay(withMessage(withoutEdits(state, saved), `${path} was not saved: ${problem}`, 'bad'));
          return;
        }
        saved.push([path, text]);
        yield undefined;
      }
      yield (state) => finished(withoutEdits(state, saved), { saved, foreign, after });
    },
  };
}

/** What went wrong, if anything. */
export function writeFile(files: Ports['files'], path: string, text: string): string | undefined {
  try {
    files.writeText(path, text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

interface Saved {
  readonly saved: readonly (readonly [path: string, text: string])[];
  readonly foreign: readonly string[];
  readonly after: After;
}

function finished(state: AppState, { saved, foreign, after }: Saved): Turn {
  if (foreign.length > 0) return askAboutForeign(state, foreign, after);
  const names = saved.map(([path]) => path);
  const told = withMessage(state, names.length === 1 ? `saved ${names[0]}` : `saved ${names.length} files`, 'good');
  return stay(after === 'quit' ? { ...told, quit: true } : told);
}

function askAboutForeign(state: AppState, foreign: readonly string[], after: After): Turn {
  const edits = new Map([...state.project.edits].filter(([path]) => foreign.includes(path)));
  return stay({
    ...state,
    overlay: {
      kind: 'confirm',
      question: 'changed by another program since you began to edit',
      details: foreign,
      choices: [{ key: 'o', label: 'overwrite with your text', run: (at) => stay(at, saveFiles(edits, after, true)) }],
    },
  });
}

/** What was written is an edit no more, unless it was edited again in between. */
function withoutEdits(state: AppState, saved: Saved['saved']): AppState {
  const edits = new Map(state.project.edits);
  for (const [path, text] of saved) {
    const edit = edits.get(path);
    if (edit?.text === text) edits.delete(path);
    else if (edit) edits.set(path, { ...edit, base: text });
  }
  return withProject(state, { edits });
}
