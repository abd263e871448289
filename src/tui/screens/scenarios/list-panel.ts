/** Every scenario of the project with how it stands, as the files are now. */
import type { CaseStatus } from '../../../scenario/index.ts';
import type { AppState } from '../../state.ts';
import { fitRow, type Row, restyled, row, rowWidth, type Style, span } from '../../text-row.ts';
import type { Marks } from '../../theme.ts';
import { windowAround } from '../../widgets/list.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { cursorOf, type Entry, entriesOf } from './entries.ts';

export const listPanel: ScreenPanel = { id: 'list', view };

function view(state: AppState, look: Look): PanelView {
  const entries = entriesOf(state);
  const cursor = cursorOf(state);
  const room = look.height - 2;
  const { top, end } = windowAround(cursor, entries.length, room);
  const rows = entries.slice(top, end).map((entry, index) => {
    const line = fitRow(entryRow(entry, look), look.width, look.marks.ellipsis);
    if (top + index !== cursor) return line;
    return restyled(line, look.focused ? 'selected' : 'faint-selected');
  });
  const shown = rows.length > 0 ? rows : emptyRows(state);
  const padding = Array.from({ length: Math.max(0, room - shown.length) }, (): Row => []);
  return {
    title: '[1] Scenarios',
    note: state.screens.scenarios.failedOnly ? 'failed only' : String(state.project.report?.totals.cases ?? 0),
    rows: [...shown, ...padding, ...totalRows(state, look)],
    scroll: { top, total: entries.length + 2 },
  };
}

function emptyRows({ project, screens, filters }: AppState): Row[] {
  const { report } = project;
  if (!report) return [row(span(' running...', 'quiet'))];
  if (filters['scenarios.list']) return [row(' nothing has these words; / changes them')];
  if (report.totals.cases === 0)
    return [
      row(' no scenarios yet'),
      row(' ', span('2', 'accent'), ' asks a request, ', span('s', 'accent'), ' keeps it as one'),
    ];
  return [row(screens.scenarios.failedOnly ? span(' every scenario passes', 'good') : ' nothing to show')];
}

export function statusMark(status: CaseStatus, marks: Marks): { readonly mark: string; readonly style: Style } {
  switch (status) {
    case 'passed':
      return { mark: marks.yes, style: 'good' };
    case 'failed':
      return { mark: marks.no, style: 'bad' };
    case 'error':
      return { mark: marks.warning, style: 'bad' };
    case 'skipped':
      return { mark: marks.skipped, style: 'quiet' };
    default:
      return status satisfies never;
  }
}

function entryRow(entry: Entry, { marks, width }: Look): Row {
  if (entry.kind === 'case') {
    const { mark, style } = statusMark(entry.result.status, marks);
    return row('   ', span(mark, style), ' ', entry.result.case.name);
  }
  const { passed, asked } = entry;
  const right = row(span(`${passed}/${asked} `, passed === asked ? 'quiet' : 'bad'));
  const name = row(`${entry.folded ? marks.folded : marks.unfolded} `, span(entry.id, 'strong'));
  return [...fitRow(name, Math.max(0, width - rowWidth(right)), marks.ellipsis), ...right];
}

/** A bar of how many pass, and the counts in words. */
function totalRows({ project }: AppState, { width, marks }: Look): Row[] {
  const { report, took, busy } = project;
  if (!report || report.totals.cases === 0) return [[], []];
  const { passed, failed, error, skipped, cases } = report.totals;
  const wrong = failed + error;
  const full = Math.floor((width * passed) / cases);
  const counts = [
    ...(wrong > 0 ? [span(`${wrong} failed  `, 'bad')] : []),
    span(`${passed} passed`, 'good'),
    ...(skipped > 0 ? [span(`  ${skipped} skipped`, 'quiet')] : []),
    span(
      busy ? `  running${marks.ellipsis}` : took === undefined ? '' : `  ${Math.max(1, Math.round(took))} ms`,
      'quiet',
    ),
  ];
  return [row(span(marks.full.repeat(full), wrong > 0 ? 'bad' : 'good')), row(' ', ...counts)];
}
