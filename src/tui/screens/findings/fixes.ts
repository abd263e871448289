/** Mends what can be mended: one finding, or all safe ones of a check in every file. */
import { applyEdits } from '../../../lint/index.ts';
import { editText } from '../../project/edit-text.ts';
import { textOf } from '../../project/project.ts';
import {
  type AppState,
  type Handover,
  type Ports,
  stay,
  type Task,
  type Turn,
  withMessage,
  withScreen,
} from '../../state.ts';
import { fileOf, foundHere } from './entries.ts';

/** Shows what would change first. */
export function askFix(state: AppState): Turn {
  const found = foundHere(state);
  if (!found?.fix)
    return stay(
      withMessage(state, found ? 'this is for a person to mend: the explanation says how' : 'nothing is found'),
    );
  const path = fileOf(found);
  const { fix, location } = found;
  const text = textOf(state.project, path);
  if (text === undefined || location?.source.text !== text)
    return stay(withMessage(state, 'the file has just changed: a moment'));
  const fixed = applyEdits(text, fix.edits);
  return stay({
    ...state,
    overlay: {
      kind: 'confirm',
      title: 'fix',
      question: fix.title,
      details: [...changedLines(text, fixed), ...(fix.effect === undefined ? [] : [fix.effect])],
      choices: [
        {
          key: 'y',
          label: 'yes; ctrl-s saves the file, z takes it back',
          run: (at) => withTexts(at, new Map([[path, fixed]])),
        },
      ],
    },
  });
}

const MOST_LINES = 8;

/** The lines that are gone and those that are new. */
function changedLines(before: string, after: string): readonly string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < Math.min(old.length, fresh.length) && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, fresh.length) - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  const gone = old.slice(head, old.length - tail).map((line) => `- ${line.trim()}`);
  const come = fresh.slice(head, fresh.length - tail).map((line) => `+ ${line.trim()}`);
  return [...gone.slice(0, MOST_LINES), ...come.slice(0, MOST_LINES)];
}

/** Other texts for files, as one step that can be taken back. */
function withTexts(state: AppState, texts: ReadonlyMap<string, string>): Turn {
  const before = new Map([...texts.keys()].map((path) => [path, textOf(state.project, path) ?? ''] as const));
  const turn = edited(withScreen(state, 'findings', { before: [...state.screens.findings.before, before] }), texts);
  const count = texts.size === 1 ? [...texts.keys()].join('') : `${texts.size} files`;
  return { ...turn, state: withMessage(turn.state, `mended ${count}; ctrl-s saves, z takes it back`, 'good') };
}

function edited(state: AppState, texts: ReadonlyMap<string, string>): Turn {
  let turn = stay(state);
  for (const [path, text] of texts) turn = editText(turn.state, path, text);
  return turn;
}

export function takeBack(state: AppState): Turn {
  const { before } = state.screens.findings;
  const last = before.at(-1);
  if (!last) return stay(withMessage(state, 'nothing was mended here'));
  const turn = edited(withScreen(state, 'findings', { before: before.slice(0, -1) }), last);
  return { ...turn, state: withMessage(turn.state, 'taken back') };
}

/** In every file, as far as nothing but what was meant can come of it. */
export function fixAll(state: AppState): Turn {
  const found = foundHere(state);
  if (!found) return stay(state);
  return stay(withMessage(state, `mending ${found.code} wherever it is found`), fixTask(state, found.code));
}

function fixTask({ project }: AppState, code: string): Task {
  const { policyFiles, config, findings } = project;
  return {
    name: 'fix',
    async *steps({ catalog }: Ports): AsyncGenerator<Handover> {
      if (!config) return;
      const { createLinter, fixText, lintPorts, matchFiles, siftIgnored } = await import('./fixing.ts');
      const { lintFile } = createLinter({ ...lintPorts(config), catalog: catalog(), config: config.lint });
      const fits = (file: string, pattern: string) => matchFiles([file], [pattern], []).length > 0;
      const texts = new Map<string, string>();
      for (const { path, type } of policyFiles) {
        const text = textOf(project, path);
        if (text === undefined || !findings.get(path)?.some((one) => one.code === code && one.fix)) continue;
        const fixed = fixText(
          { source: { name: path, text }, type },
          {
            lintFile,
            unsafe: false,
            wanted: (file) =>
              siftIgnored(file, config.lint.ignore, { fits, used: new Set() }).kept.filter((one) => one.code === code),
          },
        );
        if (fixed.applied.length > 0) texts.set(path, fixed.text);
        yield undefined;
      }
      yield (state) =>
        texts.size === 0
          ? stay(withMessage(state, `nothing of ${code} can be mended without a person`))
          : withTexts(state, texts);
    },
  };
}
