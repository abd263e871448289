/** The form of the request: who, by which roles, what, on what, from where. */
import type { AppState } from '../../state.ts';
import { fitRow, type Row, restyled, row, sliceRow, span } from '../../text-row.ts';
import { textWidth } from '../../text-width.ts';
import type { LineText } from '../../widgets/line-text.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { draftOf, FIELD_IDS, FIELDS } from './fields.ts';

export const formPanel: ScreenPanel = { id: 'form', view };

const LABEL = 13;

function view(state: AppState, look: Look): PanelView {
  const { request } = state.screens;
  const draft = draftOf(state.project);
  const edited = request.editing && request.editing.field !== 'key' ? request.editing : undefined;
  const shown = edited ? typedLine(edited.line, look.width - LABEL - 1) : undefined;
  const rows = FIELD_IDS.map((id, index) => {
    const { label, text } = FIELDS[id];
    const isHere = index === request.field;
    if (edited && edited.field === id && shown) return row(span(label.padEnd(LABEL), 'accent'), ...shown.row);
    const value = text(draft);
    const line = row(
      span(label.padEnd(LABEL), isHere ? 'strong' : 'quiet'),
      value === '' ? span(EMPTY[id] ?? look.marks.none, 'quiet') : span(value),
      ...(id === 'action' && draft.checks.length > 1 ? [span(`  and ${draft.checks.length - 1} more`, 'quiet')] : []),
    );
    if (!isHere) return line;
    return restyled(fitRow(line, look.width, look.marks.ellipsis), look.focused ? 'selected' : 'faint-selected');
  });
  return {
    title: '[1] Request',
    rows,
    ...(shown ? { cursor: { x: LABEL + shown.x, y: request.field } } : {}),
  };
}

const EMPTY: Readonly<Record<string, string>> = {
  scenario: 'begin with one that is there',
  principal: 'who asks',
  assume: 'no roles before the call',
  action: 'what is asked',
  from: 'from nowhere in particular',
};

/** The part of a line that fits with its cursor, and where that stands. */
export function typedLine({ text, at }: LineText, width: number): { readonly row: Row; readonly x: number } {
  const before = textWidth(text.slice(0, at));
  const start = Math.max(0, before - width + 1);
  return { row: sliceRow(row(text), start, start + width), x: before - start };
}
