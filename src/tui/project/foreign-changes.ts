/** Files that another program changed while they have unsaved texts here: told as soon as it is seen. */
import type { Confirm } from '../overlays/overlay.ts';
import { type AppState, stay, type Turn, withMessage, withProject } from '../state.ts';
import { openProject } from '../tasks/open-project.ts';
import type { Edit, Project } from './project.ts';

/** Unsaved texts whose files say something else than what editing began with. */
function foreignChanges({ edits, texts }: Project): readonly string[] {
  return [...edits].flatMap(([path, { text, base }]) => {
    const there = texts.get(path);
    return there === undefined || there === base || there === text ? [] : [path];
  });
}

/** Asks about the first one that is new, unless something else is being asked. */
export function noticeForeign(before: AppState, turn: Turn): Turn {
  const { state } = turn;
  if (state.overlay || state.project.texts === before.project.texts) return turn;
  const known = new Set(foreignChanges(before.project));
  const path = foreignChanges(state.project).find((one) => !known.has(one));
  return path === undefined ? turn : { ...turn, state: { ...state, overlay: question(state.project, path) } };
}

function question({ texts, edits }: Project, path: string): Confirm {
  const there = texts.get(path) ?? '';
  return {
    kind: 'confirm',
    title: 'changed on the disk',
    question: `another program has changed ${path}, which you are editing`,
    details: differing(there, edits.get(path)?.base ?? ''),
    choices: [
      {
        key: 'm',
        label: 'keep my text; saving it replaces what is there',
        run: (state) => decided(state, path, { base: there }),
      },
      { key: 't', label: 'take theirs; undo in the editor brings mine back', run: (state) => decided(state, path) },
    ],
  };
}

/** The first lines that are new there. */
function differing(there: string, base: string): readonly string[] {
  const known = new Set(base.split('\n'));
  const fresh = there.split('\n').filter((line) => !known.has(line));
  const most = 6;
  const more = fresh.length > most ? [`and ${fresh.length - most} more lines`] : [];
  return fresh.length === 0 ? ['lines are gone'] : [...fresh.slice(0, most).map((line) => `+ ${line}`), ...more];
}

/** @param mine how the edit goes on; without, it is dropped */
function decided(state: AppState, path: string, mine?: Pick<Edit, 'base'>): Turn {
  const edits = new Map(state.project.edits);
  const edit = edits.get(path);
  if (edit && mine) edits.set(path, { ...edit, ...mine });
  else edits.delete(path);
  const next = withMessage(
    withProject(state, { edits }),
    mine ? `kept your text of ${path}` : `took ${path} from the disk`,
  );
  return stay(next, openProject(edits));
}
