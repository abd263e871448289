/** The context keys of the request, each with its value and where it comes from, or why it is absent. */
import type { AppState } from '../../state.ts';
import { fitRow, type Row, restyled, row, span } from '../../text-row.ts';
import { passesFilter } from '../../widgets/filter.ts';
import { clamp, windowAround } from '../../widgets/list.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { type KeyRow, keyRows } from './context-keys.ts';
import { typedLine } from './form-panel.ts';

export const keysPanel: ScreenPanel = { id: 'keys', view };

/** Those that pass the filter. */
export function shownKeys({ project, filters }: AppState): readonly KeyRow[] {
  return keyRows(project).filter(({ key, because }) => passesFilter(filters['request.keys'], `${key} ${because}`));
}

function view(state: AppState, look: Look): PanelView {
  const keys = shownKeys(state);
  const { editing, key } = state.screens.request;
  const typed = editing?.field === 'key' ? typedLine(editing.line, look.width - 3) : undefined;
  const cursor = clamp(key, keys.length);
  const { top, end } = windowAround(cursor, keys.length, look.height - (typed ? 1 : 0));
  const rows = keys.slice(top, end).map((one, index) => {
    const line = keyLine(one, look);
    if (top + index !== cursor) return line;
    return restyled(fitRow(line, look.width, look.marks.ellipsis), look.focused ? 'selected' : 'faint-selected');
  });
  const title = `[2] Context keys${keys.some(({ isRead }) => isRead) ? `, ${look.marks.changed} read by policies` : ''}`;
  const note = String(keys.length);
  const scroll = { top, total: keys.length };
  if (typed) {
    const first = row(span('> ', 'accent'), ...typed.row);
    return { title, note, rows: [first, ...rows], scroll, cursor: { x: 2 + typed.x, y: 0 } };
  }
  const none = row(span(' nothing was evaluated, so no key was read', 'quiet'));
  return { title, note, rows: rows.length === 0 ? [none] : rows, scroll };
}

function keyLine({ key, origin, value, because, isRead }: KeyRow, { marks }: Look): Row {
  const read = isRead ? span(`${marks.changed} `, 'accent') : span('  ');
  switch (origin) {
    case 'given':
      return row(read, `${key} = `, span(value ?? '', 'strong'), span('  given', 'quiet'));
    case 'derived':
      return row(read, `${key} = `, span(value ?? '', 'strong'), span(`  derived: ${because}`, 'quiet'));
    case 'taken-away':
      return row(read, key, span(`  absent: ${because}`, 'note'));
    case 'absent':
      return row(read, key, span(`  absent: ${because}`, isRead ? 'note' : 'quiet'));
    case 'unknown':
      return row(read, key, span('  unknown: the verdict is open about it', 'note'));
    default:
      return origin satisfies never;
  }
}
