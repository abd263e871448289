/** The line above the help bar: what just happened, or how the project stands. */
import type { AppState } from '../state.ts';
import { type Row, row, type Span, span } from '../text-row.ts';
import type { Marks } from '../theme.ts';

export function statusRow(state: AppState, marks: Marks): Row {
  const { message, overlay } = state;
  if (overlay?.kind === 'filter') {
    const { text } = overlay.line;
    return row(span(' filter: ', 'accent'), text, span('  enter keeps it, esc takes it back', 'quiet'));
  }
  if (message) {
    const mark = { note: marks.none, good: marks.yes, bad: marks.no }[message.kind];
    return row(span(` ${mark} ${message.text}`, message.kind === 'note' ? undefined : message.kind));
  }
  if (state.pending !== '') return row(span(` ${state.pending} ...`, 'quiet'));
  return projectRow(state, marks);
}

function projectRow({ project }: AppState, marks: Marks): Row {
  const { report, edits, workspace, took, unread } = project;
  const parts: Span[] = [];
  const add = (one: Span) => parts.push(...(parts.length > 0 ? [span('   ')] : []), one);
  if (edits.size > 0) add(span(`${marks.changed} ${edits.size} not saved`, 'note'));
  const [first, ...others] = unread;
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    add(span(`${marks.unknown} ${first}${more} cannot be read yet`, 'note'));
    return row(' ', ...parts);
  }
  if (report) {
    const { passed, failed, error } = report.totals;
    const wrong = failed + error;
    if (wrong > 0) add(span(`${marks.no} ${wrong} of ${report.totals.cases} scenarios fail`, 'bad'));
    else if (report.totals.cases > 0) add(span(`${marks.yes} ${passed} scenarios pass`, 'good'));
    if (took !== undefined && report.totals.cases > 0) add(span(`${Math.max(1, Math.round(took))} ms`, 'quiet'));
  }
  const problems = workspace?.diagnostics.filter(({ severity }) => severity === 'error').length ?? 0;
  if (problems > 0) add(span(`${marks.no} ${problems} ${problems === 1 ? 'error' : 'errors'} in files`, 'bad'));
  if (project.busy) add(span(`working${marks.ellipsis}`, 'quiet'));
  return row(' ', ...parts);
}
