/** What linting found in the open file. */

import { positionAt } from '../../../language/index.ts';
import type { LintDiagnostic } from '../../../lint/index.ts';
import type { AppState } from '../../state.ts';
import { fitRow, type Row, restyled, row, span } from '../../text-row.ts';
import { windowAround } from '../../widgets/list.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { TITLES } from './layout.ts';
import { openFile } from './tree.ts';

export const findingsPanel: ScreenPanel = { id: 'findings', view };

export function findingsOf(state: AppState): readonly LintDiagnostic[] {
  const path = openFile(state);
  return path === undefined ? [] : (state.project.findings.get(path) ?? []);
}

function view(state: AppState, look: Look): PanelView {
  const findings = findingsOf(state);
  const cursor = Math.min(state.screens.policies.finding, Math.max(0, findings.length - 1));
  const { top, end } = windowAround(cursor, findings.length, look.height);
  const rows = findings.slice(top, end).map((finding, index) => {
    const line = findingRow(finding, look);
    return look.focused && top + index === cursor
      ? restyled(fitRow(line, look.width, look.marks.ellipsis), 'selected')
      : line;
  });
  const isLooked = openFile(state) !== undefined && state.project.findings.has(openFile(state) ?? '');
  return {
    title: TITLES.findings,
    note: String(findings.length),
    rows: rows.length > 0 ? rows : [row(span(isLooked ? ` ${look.marks.yes} nothing found` : '', 'quiet'))],
    scroll: { top, total: findings.length },
  };
}

function findingRow({ severity, message, location }: LintDiagnostic, { marks }: Look): Row {
  const mark =
    severity === 'error'
      ? span(marks.no, 'bad')
      : severity === 'suggestion'
        ? span(marks.none, 'quiet')
        : span(marks.warning, 'note');
  const line = location ? `${positionAt(location.source, location.range.start).line}: ` : '';
  return row(mark, ' ', span(line, 'quiet'), message);
}
