/** The tree of files, each with what was found in it, what it says to the current request, and its scenarios. */

import { casesByFile, passedOf } from '../../project/case-index.ts';
import type { Project } from '../../project/project.ts';
import { type Standing, standingOf } from '../../project/standing.ts';
import type { AppState } from '../../state.ts';
import { fitRow, type Row, restyled, row, rowWidth, type Span, span } from '../../text-row.ts';
import type { Marks } from '../../theme.ts';
import { windowAround } from '../../widgets/list.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { TITLES } from './layout.ts';
import { openFile, type TreeEntry, treeCursor, treeOf } from './tree.ts';

export const filesPanel: ScreenPanel = { id: 'files', view };

function view(state: AppState, look: Look): PanelView {
  const entries = treeOf(state);
  const cursor = treeCursor(state);
  const { top, end } = windowAround(cursor, entries.length, look.height);
  const open = openFile(state);
  const rows = entries.slice(top, end).map((entry, index) => {
    const line = fitRow(entryRow(entry, { state, look, isOpen: entry.id === open }), look.width, look.marks.ellipsis);
    if (top + index !== cursor) return line;
    return look.focused ? restyled(line, 'selected') : restyled(line, 'faint-selected');
  });
  return {
    title: TITLES.files,
    note: String(state.project.policyFiles.length),
    rows: rows.length === 0 ? emptyRows(state) : rows,
    scroll: { top, total: entries.length },
  };
}

function emptyRows({ project, filters }: AppState): Row[] {
  if (filters['policies.files']) return [row(' nothing has these words; / changes them')];
  if (project.status === 'opening') return [row(span(' reading...', 'quiet'))];
  return [row(' no files yet'), row(' ', span(':', 'accent'), ' and "start" sets up a project')];
}

interface EntryLook {
  readonly state: AppState;
  readonly look: Look;
  readonly isOpen: boolean;
}

function entryRow(entry: TreeEntry, { state, look, isOpen }: EntryLook): Row {
  const { marks, width } = look;
  if (entry.kind === 'heading') {
    const fold = entry.folded ? marks.folded : marks.unfolded;
    return row(`${fold} `, span(entry.id, 'strong'), span(`  ${entry.count}`, 'quiet'));
  }
  const { project } = state;
  const isEdited = project.edits.has(entry.id);
  const lead = isEdited ? span(marks.changed, 'note') : span(isOpen ? marks.cursor : ' ');
  const right = sideRow(project, entry.id, marks);
  const name = fitRow(row(' ', lead, ' ', entry.name), Math.max(0, width - rowWidth(right) - 1), marks.ellipsis);
  return [...name, span(' '), ...right];
}

/** Findings, the standing to the request, and how many scenarios pass. */
function sideRow(project: Project, file: string, marks: Marks): Row {
  const parts: Span[] = [];
  const findings = project.findings.get(file) ?? [];
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const others = findings.filter(({ severity }) => severity === 'security' || severity === 'warning').length;
  if (errors > 0) parts.push(span(`${marks.no}${errors} `, 'bad'));
  if (others > 0) parts.push(span(`${marks.warning}${others} `, 'note'));
  const cases = casesOf(project, file);
  if (cases.asked > 0) {
    const all = cases.passed === cases.asked;
    parts.push(span(`${cases.passed}/${cases.asked}${all ? '' : marks.no} `, all ? 'quiet' : 'bad'));
  }
  const standing = standingOf(project.answer, file);
  return [...parts, standingMark(standing)];
}

function casesOf({ report }: Project, file: string) {
  if (!report) return { passed: 0, asked: 0 };
  const ofFile = report.files.find(({ source }) => source.name === file)?.results;
  return passedOf(ofFile ?? casesByFile(report).get(file) ?? []);
}

/** A letter as in the gutter of the text. */
function standingMark(standing: Standing): Span {
  switch (standing) {
    case 'allows':
      return span('A', 'good');
    case 'denies':
      return span('D', 'bad');
    case 'open':
      return span('?', 'note');
    case 'silent':
      return span('-', 'quiet');
    case 'not-asked':
      return span(' ');
    default:
      return standing satisfies never;
  }
}
