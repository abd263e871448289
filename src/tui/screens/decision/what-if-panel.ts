/** What may be supposed otherwise: what is supposed already, the smallest changes that would allow it, the keys that were read. */
import { VERDICT_WORDS } from '../../../explain/index.ts';
import type { AppState } from '../../state.ts';
import { fitRow, type Row, restyled, row, type Span, span } from '../../text-row.ts';
import type { Marks } from '../../theme.ts';
import { clamp, windowAround } from '../../widgets/list.ts';
import { verdictMark } from '../../widgets/verdict-rows.ts';
import { keyRows } from '../request/context-keys.ts';
import type { Look as PanelLook, PanelView, ScreenPanel } from '../screen.ts';
import { type Change, isSame, lookOf } from './what-if.ts';

export const whatIfPanel: ScreenPanel = { id: 'what-if', view };

export interface Entry {
  readonly change: Change;
  readonly supposed: boolean;
  readonly text: string;
  /** What else it touches. */
  readonly note?: string;
}

/** Those that are supposed, then those that can be. */
export function entriesOf(state: AppState): readonly Entry[] {
  const look = lookOf(state);
  if (!look) return [];
  const made = look.changes.map((change): Entry => ({ change, supposed: true, text: wordsOf(change) }));
  const isMade = (change: Change) => look.changes.some((one) => isSame(one, change));
  const flips =
    look.step === state.project.answer?.answer?.decisive ? (state.project.answer.explanation?.flips ?? []) : [];
  const flipEntries = flips.map((flip): Entry => {
    const touches = flip.changes.flatMap((change) => change.touches);
    const change = { kind: 'flip', flip } as const;
    return {
      change,
      supposed: false,
      text: wordsOf(change),
      ...(touches.length > 0 ? { note: touches.join('; ') } : {}),
    };
  });
  const keys = keyRows(state.project)
    .filter(({ isRead }) => isRead)
    .map(({ key, value }): Entry => {
      const change = { kind: 'key', key, ...(value === undefined ? {} : { value }) } as const;
      return { change, supposed: false, text: `${key} ${value === undefined ? 'absent' : `= ${value}`}` };
    });
  return [...made, ...[...flipEntries, ...keys].filter(({ change }) => !isMade(change))];
}

function wordsOf(change: Change): string {
  switch (change.kind) {
    case 'layer':
      return `no ${change.layer} policies`;
    case 'statement':
      return `without ${change.name} of ${change.policy}`;
    case 'key':
      return change.value === undefined ? `${change.key} absent` : `${change.key} = ${change.value}`;
    case 'flip':
      return change.flip.changes.map(({ text }) => text).join(', and ');
    default:
      return change satisfies never;
  }
}

function view(state: AppState, panel: PanelLook): PanelView {
  const entries = entriesOf(state);
  const cursor = clamp(state.screens.decision.entry, entries.length);
  const { top, end } = windowAround(cursor, entries.length, panel.height);
  const rows = entries.slice(top, end).map((entry, index) => {
    const line = lineOf(entry, panel.marks);
    if (top + index !== cursor) return line;
    return restyled(fitRow(line, panel.width, panel.marks.ellipsis), panel.focused ? 'selected' : 'faint-selected');
  });
  const look = lookOf(state);
  const supposed = look && look.changes.length > 0 ? look.result.decision : undefined;
  return {
    title: supposed
      ? `[4] What if: ${verdictMark(supposed, panel.marks)} ${VERDICT_WORDS[supposed].toUpperCase()}`
      : '[4] What if',
    note: String(entries.length),
    rows: rows.length === 0 ? [row(span(' nothing to suppose', 'quiet'))] : rows,
    scroll: { top, total: entries.length },
  };
}

function lineOf({ change, supposed, text, note }: Entry, marks: Marks): Row {
  const lead: Span = supposed
    ? span(`${marks.changed} `, 'note')
    : change.kind === 'flip'
      ? span(`${marks.yes} `, 'good')
      : span('  ');
  return row(lead, text, ...(note === undefined ? [] : [span(`  (${note})`, 'quiet')]));
}
