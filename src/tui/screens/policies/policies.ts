/** Policies: the files of the project, the text of one, what is wrong with it and what it does to the current request. */

import { positionAt } from '../../../language/index.ts';
import type { Command } from '../../command.ts';
import { textOf } from '../../project/project.ts';
import { type AppState, stay, type Turn, withScreen } from '../../state.ts';
import { editOutside } from '../../tasks/outside.ts';
import { saveFiles } from '../../tasks/save-files.ts';
import { filterCommand } from '../../widgets/filter.ts';
import { listCommands } from '../../widgets/list.ts';
import { scrollCommands } from '../../widgets/scroll.ts';
import { defineScreen } from '../screen.ts';
import { beginEditing, editingInput, toggleVim } from './edit-policy.ts';
import { isTyping } from './editor-here.ts';
import { filesPanel } from './files-panel.ts';
import { findingsOf, findingsPanel } from './findings-panel.ts';
import { firstLayout } from './layout.ts';
import { newPolicy } from './new-policy.ts';
import { linesOf, textPanel } from './text-panel.ts';
import { openFile, treeCursor, treeOf } from './tree.ts';
import { verdictPanel } from './verdict-panel.ts';

function moveInTree(state: AppState, to: number): AppState {
  const entry = treeOf(state)[to];
  if (!entry) return state;
  const moved = withScreen(state, 'policies', { at: entry.id });
  // What is under the cursor is shown: a look costs no key.
  return entry.kind === 'file' ? show(moved, entry.id, 0) : moved;
}

function show(state: AppState, open: string, line: number): AppState {
  const { policies } = state.screens;
  return withScreen(state, 'policies', policies.open === open ? { line } : { open, line, finding: 0 });
}

function openOrFold(state: AppState): Turn {
  const entry = treeOf(state)[treeCursor(state)];
  if (!entry) return stay(state);
  if (entry.kind === 'heading') return stay(fold(state, entry.id, !entry.folded));
  return stay(focusText(show(state, entry.id, 0)));
}

function focusText(state: AppState): AppState {
  return { ...state, focus: { ...state.focus, policies: 'text' } };
}

function fold(state: AppState, kind: string, isFolded: boolean): AppState {
  const folded = new Set(state.screens.policies.folded);
  if (isFolded) folded.add(kind);
  else folded.delete(kind);
  return withScreen(state, 'policies', { folded, at: kind });
}

/** The heading of the entry under the cursor. */
function foldHere(isFolded: boolean): Command['run'] {
  return (state) => {
    const entries = treeOf(state);
    const cursor = treeCursor(state);
    const heading = entries.slice(0, cursor + 1).findLast(({ kind }) => kind === 'heading');
    return stay(heading ? fold(state, heading.id, isFolded) : state);
  };
}

function jumpToFinding(state: AppState): Turn {
  const finding = findingsOf(state)[state.screens.policies.finding];
  if (!finding) return stay(state);
  const { location } = finding;
  const line = location ? positionAt(location.source, location.range.start).line - 1 : 0;
  return stay(focusText(withScreen(state, 'policies', { line })));
}

function lineCount(state: AppState): number {
  const path = openFile(state);
  const text = path === undefined ? undefined : textOf(state.project, path);
  return text === undefined ? 0 : linesOf(text).length;
}

const back: Command = {
  id: 'policies.back',
  title: 'back to the files',
  keys: ['esc'],
  panels: ['text', 'findings', 'verdict'],
  run: (state) => stay({ ...state, focus: { ...state.focus, policies: 'files' } }),
};

export const policies = defineScreen({
  id: 'policies',
  number: 1,
  title: 'Policies',
  panels: [filesPanel, textPanel, findingsPanel, verdictPanel],
  layout: firstLayout,
  input: editingInput,
  isTyping,
  typing: [
    { keys: 'esc', title: 'stop editing; of vi: back to normal mode first', bar: 'done' },
    { keys: 'ctrl-s', title: 'save the file', bar: 'save' },
    { keys: 'ctrl-u, ctrl-y', title: 'undo, redo', bar: 'undo, redo' },
    { keys: 'ctrl-f, f3', title: 'look for a text, and for its next place', bar: 'find, next' },
    { keys: 'f8', title: 'next finding', bar: 'finding' },
    { keys: 'f6', title: 'mend what is found in this line', bar: 'mend' },
    { keys: 'ctrl-space', title: 'what can stand here; tab or enter takes it', bar: 'offers' },
    { keys: 'f2', title: 'what stands here', bar: 'what is this' },
    { keys: 'shift-left, shift-right, shift-up, shift-down', title: 'select' },
    { keys: 'ctrl-k, alt-c, ctrl-v', title: 'cut the selection or the line, copy it, put it here' },
    { keys: 'tab, shift-tab', title: 'indent more, less' },
    { keys: 'ctrl-w', title: 'delete the word before the cursor' },
    { keys: 'ctrl-left, ctrl-right', title: 'word by word' },
  ],
  commands: [
    {
      id: 'policies.open',
      title: 'open the file, or fold the kind',
      keys: ['enter'],
      panels: ['files'],
      bar: 'open',
      run: openOrFold,
    },
    {
      id: 'policies.toggle',
      title: 'fold or unfold the kind',
      keys: ['space'],
      panels: ['files'],
      bar: 'fold',
      run: (state) => {
        const entry = treeOf(state)[treeCursor(state)];
        return foldHere(!(entry?.kind === 'heading' && entry.folded))(state);
      },
    },
    { id: 'policies.fold', title: 'fold the kind', keys: ['h', 'left'], panels: ['files'], run: foldHere(true) },
    { id: 'policies.unfold', title: 'unfold the kind', keys: ['l', 'right'], panels: ['files'], run: foldHere(false) },
    {
      id: 'policies.jump',
      title: 'go to the line of the finding',
      keys: ['enter'],
      panels: ['findings'],
      bar: 'go to line',
      run: jumpToFinding,
    },
    {
      id: 'policies.edit',
      title: 'edit the file here',
      keys: ['i', 'e'],
      panels: ['files', 'text', 'findings', 'verdict'],
      bar: 'edit',
      available: (state) => openFile(state) !== undefined,
      run: beginEditing,
    },
    {
      id: 'policies.new',
      title: 'write a new policy, step by step',
      keys: ['n'],
      bar: 'new',
      available: ({ project }) => project.status === 'open',
      run: newPolicy,
    },
    { id: 'policies.edit-enter', title: 'edit the file here', keys: ['enter'], panels: ['text'], run: beginEditing },
    {
      id: 'policies.vim',
      title: 'the keys of vi in the editor, or plain ones',
      keys: ['V'],
      run: toggleVim,
    },
    {
      id: 'policies.edit-outside',
      title: 'open the file in $EDITOR',
      keys: ['E'],
      bar: '$EDITOR',
      available: (state) => openFile(state) !== undefined,
      run: (state) => {
        const path = openFile(state);
        return stay(state, ...(path === undefined ? [] : [editOutside(path)]));
      },
    },
    {
      id: 'policies.save',
      title: 'save the file',
      keys: ['ctrl-s'],
      bar: 'save',
      available: (state) => state.project.edits.has(openFile(state) ?? ''),
      run: (state) => {
        const path = openFile(state) ?? '';
        const edit = state.project.edits.get(path);
        return stay(state, ...(edit ? [saveFiles(new Map([[path, edit]]))] : []));
      },
    },
    back,
    filterCommand('policies', ['files']),
    ...listCommands({
      screen: 'policies',
      panel: 'files',
      what: 'file',
      count: (state) => treeOf(state).length,
      cursor: treeCursor,
      move: moveInTree,
    }),
    ...listCommands({
      screen: 'policies',
      panel: 'text',
      what: 'line',
      count: lineCount,
      cursor: ({ screens }) => screens.policies.line,
      move: (state, line) => withScreen(state, 'policies', { line }),
    }),
    ...listCommands({
      screen: 'policies',
      panel: 'findings',
      what: 'finding',
      count: (state) => findingsOf(state).length,
      cursor: ({ screens }) => screens.policies.finding,
      move: (state, finding) => withScreen(state, 'policies', { finding }),
    }),
    ...scrollCommands('policies', verdictPanel),
  ],
});
