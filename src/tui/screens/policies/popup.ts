/** What stands beside the cursor while a policy is typed: offers, or what is known of the place. */
import { type Completion, completeAt, type EditingContext, hoverAt } from '../../../editing/index.ts';
import { offsetOf } from '../../editor/buffer.ts';
import { type Editor, textOfEditor, withCaret, withEdit } from '../../editor/editor.ts';
import { isInString } from '../../editor/typing.ts';
import type { Input } from '../../keys/key.ts';
import { type AppState, type Handover, stay, type Task, withMessage } from '../../state.ts';
import { environmentNamed, environmentsOf } from '../../tasks/ask-request.ts';
import { clamp } from '../../widgets/list.ts';
import { editorHere } from './editor-here.ts';
import { openFile } from './tree.ts';

/** Of a text and an offset; of another one it means nothing any more. */
export type Popup = { readonly text: string; readonly offset: number } & (
  | { readonly kind: 'offers'; readonly completion: Completion; readonly chosen: number }
  | { readonly kind: 'hover'; readonly lines: readonly string[] }
);

/** Off the way of the keys; the newest wins. */
const PAUSE = 15;

export function withPopup(state: AppState, popup: Popup | undefined): AppState {
  const { popup: _before, ...rest } = state.screens.policies;
  return { ...state, screens: { ...state.screens, policies: popup ? { ...rest, popup } : rest } };
}

/** The popup that is about the text and the place as they are. */
function popupHere(state: AppState, editor: Editor): Popup | undefined {
  const { popup } = state.screens.policies;
  return popup && popup.offset === offsetHere(editor) && popup.text === textOfEditor(editor) ? popup : undefined;
}

function offsetHere({ buffer, lineBreak }: Editor): number {
  return offsetOf(buffer, buffer.at, lineBreak);
}

function contextOf({ project }: AppState, path: string): EditingContext | undefined {
  const { catalog, workspace, policyFiles, request } = project;
  const type = policyFiles.find((file) => file.path === path)?.type;
  if (!catalog || !type || !/\.jsonc?$/.test(path)) return undefined;
  const all = workspace ? environmentsOf(workspace) : [];
  const own = all.find(({ policies }) => policies.some(({ document }) => document.source?.name === path));
  const environment =
    own ?? (workspace && request ? environmentNamed(workspace, request.environment) : undefined) ?? all[0];
  return { type, catalog, ...(environment ? { environment } : {}) };
}

/** @param isAsked a key asked for it: that there is nothing is said */
export function askOffers(state: AppState, editor: Editor, isAsked = false): readonly Task[] {
  const path = openFile(state) ?? '';
  const context = contextOf(state, path);
  if (!context) return [];
  const text = textOfEditor(editor);
  const offset = offsetHere(editor);
  return [
    {
      name: 'complete',
      after: PAUSE,
      *steps(): Generator<Handover> {
        const completion = completeAt(text, offset, context);
        yield (at) => {
          const now = editorHere(at);
          if (!now || offsetHere(now) !== offset || textOfEditor(now) !== text) return stay(at);
          if (completion && !isWritten(text, completion)) {
            return stay(withPopup(at, { kind: 'offers', text, offset, completion, chosen: 0 }));
          }
          const closed = withPopup(at, undefined);
          return stay(isAsked && !completion ? withMessage(closed, 'nothing is known that could stand here') : closed);
        };
      },
    },
  ];
}

/** The only offer stands there already. */
function isWritten(text: string, { from, to, items }: Completion): boolean {
  return items.length === 1 && items[0]?.insert === text.slice(from, to);
}

/** Behind letters that are typed in a string, offers come by themselves. */
export function offersAfter(state: AppState, editor: Editor, input: Input): readonly Task[] {
  if (editor.mode !== 'insert' || input.kind !== 'key' || (input.text === undefined && input.name !== 'backspace'))
    return [];
  const { lines, at } = editor.buffer;
  return isInString(lines[at.line] ?? '', at.column) ? askOffers(state, editor) : [];
}

/** Keys of the popup itself. Undefined: none of them. */
export function popupKey(
  state: AppState,
  editor: Editor,
  input: Input,
): { readonly state: AppState; readonly editor?: Editor; readonly goesOn?: boolean } | undefined {
  const popup = popupHere(state, editor);
  const name = input.kind === 'key' ? input.name : '';
  if (!popup) return undefined;
  if (name === 'esc') return { state: withPopup(state, undefined) };
  if (popup.kind === 'hover') return undefined;
  const { completion, chosen } = popup;
  const to = (next: number) => ({
    state: withPopup(state, { ...popup, chosen: clamp(next, completion.items.length) }),
  });
  switch (name) {
    case 'down':
    case 'ctrl-n':
      return to(chosen + 1);
    case 'up':
    case 'ctrl-p':
      return to(chosen - 1);
    case 'tab':
    case 'enter': {
      const item = completion.items[chosen];
      if (!item) return undefined;
      const { from, to: end } = completion;
      const taken = withEdit(editor, { from, to: end, insert: item.insert });
      return {
        state: withPopup(state, undefined),
        editor: withCaret(taken, from + item.caret),
        goesOn: item.goesOn === true,
      };
    }
    default:
      return undefined;
  }
}

/** What stands under the cursor. */
export function showHover(state: AppState, editor: Editor): AppState {
  const context = contextOf(state, openFile(state) ?? '');
  const text = textOfEditor(editor);
  const offset = offsetHere(editor);
  const hover = context && hoverAt(text, offset, context);
  if (!hover) return withMessage(state, 'nothing is known of what stands here');
  return withPopup(state, { kind: 'hover', text, offset, lines: hover.lines });
}
