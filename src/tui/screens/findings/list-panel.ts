/** Everything that was found, the gravest first. */
import { SEVERITIES, type Severity } from '../../../language/index.ts';
import type { AppState } from '../../state.ts';
import { fitRow, type Row, restyled, row, span } from '../../text-row.ts';
import { windowAround } from '../../widgets/list.ts';
import { severityMark } from '../../widgets/severity-mark.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { allFound, cursorOf, type Entry, entriesOf, placeOf } from './entries.ts';

export const listPanel: ScreenPanel = { id: 'list', view };

function view(state: AppState, look: Look): PanelView {
  const entries = entriesOf(state);
  const cursor = cursorOf(state);
  const { top, end } = windowAround(cursor, entries.length, look.height);
  const rows = entries.slice(top, end).map((entry, index) => {
    const line = fitRow(entryRow(entry, state, look), look.width, look.marks.ellipsis);
    if (top + index !== cursor) return line;
    return restyled(line, look.focused ? 'selected' : 'faint-selected');
  });
  return {
    title: '[1] Findings',
    note: noteOf(state),
    rows: rows.length > 0 ? rows : emptyRows(state, look),
    scroll: { top, total: entries.length },
  };
}

/** How many there are of each severity. */
function noteOf({ project, screens }: AppState): string {
  const all = allFound(project);
  const counts = SEVERITIES.flatMap((severity) => {
    const count = all.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [plural(count, severity)];
  });
  const { least } = screens.findings;
  return [...counts, ...(least === undefined ? [] : [`from ${least} on`])].join(', ');
}

function plural(count: number, severity: Severity): string {
  return `${count} ${severity}${count === 1 || severity === 'security' ? '' : 's'}`;
}

function emptyRows({ project, filters, screens }: AppState, { marks }: Look): Row[] {
  if (filters['findings.list']) return [row(' nothing has these words; / changes them')];
  if (screens.findings.least !== undefined)
    return [row(' nothing as grave as that; ', span('s', 'accent'), ' shows more')];
  if (project.status === 'opening' || project.findings.size < project.policyFiles.length)
    return [row(span(' looking...', 'quiet'))];
  if (project.policyFiles.length === 0) return [row(' no policies yet: ', span('1', 'accent'), ' has the files')];
  return [row(span(` ${marks.yes} nothing found in ${project.policyFiles.length} policies`, 'good'))];
}

function entryRow(entry: Entry, { screens }: AppState, look: Look): Row {
  if (entry.kind === 'heading') return row(span(entry.text, 'strong'), span(`  ${entry.count}`, 'quiet'));
  const { found } = entry;
  const { mark, style } = severityMark(found, look.marks);
  const where = span(`  ${placeOf(found)}`, 'quiet');
  const fixable = found.fix ? [span(found.fix.unsafe ? '  [may fix]' : '  [fix]', 'accent')] : [];
  const code = screens.findings.by === 'check' ? [] : [span(`  ${found.code}`, 'quiet')];
  return row('  ', span(mark, style), ' ', found.message, ...fixable, where, ...code);
}
