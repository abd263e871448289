/** Editing the open file in place: keys go to its editor, and what comes of them to the whole project. */

import { applyEdits } from '../../../lint/index.ts';
import { moved } from '../../editor/buffer.ts';
import { type Editor, scrolled, textOfEditor, withCursor, withText } from '../../editor/editor.ts';
import { screenColumn } from '../../editor/moves.ts';
import { found, simpleKey } from '../../editor/simple-keys.ts';
import { lineNumbered, vimKey } from '../../editor/vim-keys.ts';
import type { Input } from '../../keys/key.ts';
import { editText } from '../../project/edit-text.ts';
import { type AppState, stay, type Turn, withMessage, withScreen } from '../../state.ts';
import { saveFiles } from '../../tasks/save-files.ts';
import { lineText } from '../../widgets/line-text.ts';
import { gutterWidth, ROWS_BELOW } from './editing-view.ts';
import { editorHere, isTyping } from './editor-here.ts';
import { findingsOf } from './findings-panel.ts';
import { lineIndex, notesByLine } from './places.ts';
import { askOffers, offersAfter, popupKey, showHover, withPopup } from './popup.ts';
import { openFile } from './tree.ts';

/** At the line that is shown. */
export function beginEditing(state: AppState): Turn {
  const editor = editorHere(state);
  if (!editor) return stay(state);
  const { line } = state.screens.policies;
  const { at } = editor.buffer;
  const there = withCursor(editor, moved(editor.buffer, at.line === line ? at : { line, column: 0 }));
  const mode = there.keys === 'vim' ? 'normal' : 'insert';
  const focus = { ...state.focus, policies: 'text' };
  return stay(withEditor({ ...state, focus }, { ...there, mode, pending: '' }));
}

function endEditing(state: AppState): AppState {
  return withScreen(state, 'policies', { isTyping: false });
}

/** Sees keys first while the file is edited. */
export function editingInput(state: AppState, input: Input): Turn | undefined {
  const editor = isTyping(state) ? editorHere(state) : undefined;
  if (!editor) return undefined;
  const taken = popupKey(state, editor, input);
  if (taken?.editor) {
    const turn = withEditorTurn(taken.state, taken.editor);
    return taken.goesOn ? { ...turn, tasks: [...turn.tasks, ...askOffers(turn.state, taken.editor)] } : turn;
  }
  if (taken) return stay(taken.state);
  const page = Math.max(1, (state.areas.text?.height ?? 10) - 2 - ROWS_BELOW);
  const next = editor.keys === 'vim' ? vimKey(editor, input, page) : simpleKey(editor, input, page);
  if (!next) return otherKey(withoutHover(state), editor, input);
  const tasks = offersAfter(state, next, input);
  // Offers stay on the screen until the next ones are found; where none will be looked for they go.
  const turn = withEditorTurn(tasks.length > 0 ? withoutHover(state) : withPopup(state, undefined), next);
  return { ...turn, tasks: [...turn.tasks, ...tasks] };
}

function withoutHover(state: AppState): AppState {
  return state.screens.policies.popup?.kind === 'hover' ? withPopup(state, undefined) : state;
}

/** The next state of the editor, and of the project where its text is another. */
function withEditorTurn(state: AppState, editor: Editor): Turn {
  const path = openFile(state) ?? '';
  return editText(withEditor(state, editor), path, textOfEditor(editor));
}

function withEditor(state: AppState, editor: Editor): AppState {
  const path = openFile(state) ?? '';
  const { width = 40, height = 10 } = state.areas.text ?? {};
  const { at, lines } = editor.buffer;
  const inside = { width: width - 2 - gutterWidth(editor), height: height - 2 - ROWS_BELOW };
  const shown = scrolled(editor, inside, screenColumn(lines[at.line] ?? '', at.column));
  const editors = new Map(state.screens.policies.editors).set(path, shown);
  return withScreen(state, 'policies', { editors, line: at.line, isTyping: true, open: path });
}

/** Undefined for keys that are commands of everywhere. */
function otherKey(state: AppState, editor: Editor, input: Input): Turn | undefined {
  const name = input.kind === 'key' ? input.name : '';
  switch (name) {
    case 'esc':
      return stay(endEditing(state));
    case 'ctrl-f':
    case '/':
      return askSearch(state);
    case ':':
      return askColon(state);
    case 'f8':
      return toFinding(state, editor);
    case 'ctrl-space':
      return stay(state, ...askOffers(state, editor, true));
    case 'f2':
      return stay(showHover(state, editor));
    case 'f6':
    case 'alt-enter':
      return mendHere(state, editor);
    default:
      return undefined;
  }
}

function askSearch(state: AppState): Turn {
  const accept = (at: AppState, text: string): Turn => {
    const editor = editorHere(at);
    if (!editor) return stay(at);
    const search = text === '' ? editor.search : text;
    const next = found({ ...editor, search }, false);
    const turn = stay(withEditor(at, next));
    const { line, column } = next.buffer.at;
    const isThere = next.buffer.lines[line]?.toLowerCase().startsWith(search.toLowerCase(), column);
    return isThere ? turn : { ...turn, state: withMessage(turn.state, `\`${search}\` is nowhere in this file`, 'bad') };
  };
  return stay({ ...state, overlay: { kind: 'prompt', title: 'look for', line: lineText(), accept } });
}

/** The few words that hands type after a colon. */
function askColon(state: AppState): Turn {
  const problem = (text: string) =>
    /^(?:\d*|w|q|wq|x|q!)$/.test(text)
      ? undefined
      : 'w saves, q leaves, wq both, q! takes the changes back, 12 goes to line 12';
  return stay({ ...state, overlay: { kind: 'prompt', title: ':', line: lineText(), problem, accept: colon } });
}

function colon(state: AppState, text: string): Turn {
  const path = openFile(state) ?? '';
  const edit = state.project.edits.get(path);
  const save = edit ? [saveFiles(new Map([[path, edit]]))] : [];
  const editor = editorHere(state);
  switch (text) {
    case 'w':
      return stay(state, ...save);
    case 'q':
      return stay(endEditing(state));
    case 'wq':
    case 'x':
      return stay(endEditing(state), ...save);
    case 'q!':
      return edit ? editText(endEditing(state), path, edit.base) : stay(endEditing(state));
    default:
      return stay(editor ? withEditor(state, lineNumbered(editor, text)) : state);
  }
}

/** Mends the first finding of the line that can be mended. */
function mendHere(state: AppState, editor: Editor): Turn {
  const text = textOfEditor(editor);
  const notes = notesByLine(text, lineIndex(text), findingsOf(state)).get(editor.buffer.at.line) ?? [];
  const found = notes.map(({ finding }) => finding).find(({ fix }) => fix);
  if (!found?.fix) return stay(withMessage(state, 'nothing in this line can be mended without a person'));
  if (found.location?.source.text !== text) return stay(withMessage(state, 'the text has just changed: a moment'));
  const mended = withText(editor, applyEdits(text, found.fix.edits));
  const turn = withEditorTurn(state, mended);
  return { ...turn, state: withMessage(turn.state, found.fix.effect ?? found.fix.title, 'good') };
}

/** The next finding behind the cursor, round the whole file. */
function toFinding(state: AppState, editor: Editor): Turn {
  const text = textOfEditor(editor);
  const places = [...notesByLine(text, lineIndex(text), findingsOf(state))]
    .flatMap(([line, notes]) => notes.map(({ column }) => ({ line, column })))
    .sort((one, other) => one.line - other.line || one.column - other.column);
  const { at } = editor.buffer;
  const next =
    places.find(({ line, column }) => line > at.line || (line === at.line && column > at.column)) ?? places[0];
  if (!next) return stay(withMessage(state, 'nothing was found in this file', 'good'));
  return stay(withEditor(state, withCursor(editor, moved(editor.buffer, next))));
}

export function toggleVim(state: AppState): Turn {
  const keys = state.screens.policies.keys === 'vim' ? 'simple' : 'vim';
  const next = withScreen(state, 'policies', { keys });
  const told = withMessage(next, keys === 'vim' ? 'the editor has the keys of vi' : 'the editor has plain keys');
  const editor = isTyping(told) ? editorHere(told) : undefined;
  if (!editor) return stay(told);
  return stay(withEditor(told, { ...editor, mode: keys === 'vim' ? 'normal' : 'insert', pending: '' }));
}
