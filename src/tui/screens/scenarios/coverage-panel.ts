/** What no scenario puts to the test: statements that never decide, and parts of those that do. */
import { type CoverageGap, coverageGaps } from '../../../report/scenario-coverage.ts';
import type { AppState } from '../../state.ts';
import { fitRow, type Row, restyled, row, span } from '../../text-row.ts';
import { clamp, windowAround } from '../../widgets/list.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';

export const coveragePanel: ScreenPanel = { id: 'coverage', view };

/** What the gaps follow from, and the gaps. */
let last: { readonly of: unknown; readonly gaps: readonly CoverageGap[] } | undefined;

export function gapsOf({ screens }: AppState): readonly CoverageGap[] {
  const { coverage } = screens.scenarios;
  if (!coverage) return [];
  if (last?.of !== coverage.found) last = { of: coverage.found, gaps: coverageGaps(coverage.found) };
  return last.gaps;
}

export function gapHere(state: AppState): CoverageGap | undefined {
  const gaps = gapsOf(state);
  return gaps[clamp(state.screens.scenarios.gap, gaps.length)];
}

function view(state: AppState, look: Look): PanelView {
  const { coverage } = state.screens.scenarios;
  const gaps = gapsOf(state);
  const cursor = clamp(state.screens.scenarios.gap, gaps.length);
  const { top, end } = windowAround(cursor, gaps.length, look.height);
  const rows = gaps.slice(top, end).map((gap, index): Row => {
    const line = row(
      span(`${look.marks.no} `, 'note'),
      span(`${gap.name}  `, 'strong'),
      gap.words,
      span(`  ${gap.place}`, 'quiet'),
    );
    return look.focused && top + index === cursor
      ? restyled(fitRow(line, look.width, look.marks.ellipsis), 'selected')
      : line;
  });
  return {
    title: '[3] Not covered',
    note: coverage ? shareOf(coverage.found.totals) : '',
    rows: rows.length > 0 ? rows : [emptyRow(state, look)],
    scroll: { top, total: gaps.length },
  };
}

function emptyRow({ screens, project }: AppState, { marks }: Look): Row {
  const { coverage } = screens.scenarios;
  if (!coverage) return row(span(project.report ? ' counting...' : '', 'quiet'));
  if (coverage.found.totals.statements === 0) return row(span(' no statement is in play yet', 'quiet'));
  return row(span(` ${marks.yes} every statement is put to the test`, 'good'));
}

function shareOf({ covered, statements }: { readonly covered: number; readonly statements: number }): string {
  return statements === 0 ? '' : `${covered} of ${statements} statements covered`;
}
