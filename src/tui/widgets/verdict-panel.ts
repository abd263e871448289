/** The panel of the current request's verdict, as several screens have it. */
import type { Look, PanelView, ScreenPanel } from '../screens/screen.ts';
import type { AppState } from '../state.ts';
import { type Row, row, span } from '../text-row.ts';
import { scrolled } from './scroll.ts';
import { verdictRow, whyRows } from './verdict-rows.ts';

export interface MoreRows {
  /** Behind the verdict itself. */
  readonly head: readonly Row[];
  /** At the end. */
  readonly foot: readonly Row[];
}

/** @param target `screen.verdict`; @param more what a screen adds */
export function verdictPanel(
  title: string,
  target: string,
  more: (state: AppState, look: Look) => MoreRows = () => ({ head: [], foot: [] }),
): ScreenPanel {
  const view = (state: AppState, look: Look): PanelView => ({
    title,
    ...(state.project.unread.length > 0 ? { note: 'of the text before' } : {}),
    ...scrolled(state, target, rowsOf(state, look, more), look.height),
  });
  return { id: 'verdict', view };
}

function rowsOf(state: AppState, look: Look, more: (state: AppState, look: Look) => MoreRows): readonly Row[] {
  const { answer, request } = state.project;
  if (!request) return [row(' no request yet: ', span('2', 'accent'), ' asks one')];
  if (!answer) return [row(span(' asking...', 'quiet'))];
  const why = whyRows(answer, look.width - 2).map((line) => row('   ', ...line));
  const { head, foot } = more(state, look);
  return [row(' ', ...verdictRow(answer, look.marks)), ...head, ...why, ...foot];
}
