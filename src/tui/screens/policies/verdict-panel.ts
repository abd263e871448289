/** What the current request comes to, while the policies are looked at or changed. */
import { casesByFile, passedOf } from '../../project/case-index.ts';
import type { AppState } from '../../state.ts';
import { type Row, row, span } from '../../text-row.ts';
import { scrolled } from '../../widgets/scroll.ts';
import { verdictRow, whyRows } from '../../widgets/verdict-rows.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { openFile } from './tree.ts';

export const verdictPanel: ScreenPanel = { id: 'verdict', view };

function view(state: AppState, look: Look): PanelView {
  return {
    title: '[4] Verdict of the current request',
    ...scrolled(state, 'policies.verdict', rowsOf(state, look), look.height),
  };
}

function rowsOf(state: AppState, look: Look): Row[] {
  const { answer, request } = state.project;
  if (!request) return [row(' no request yet: there is no scenario to take one from')];
  if (!answer) return [row(span(' asking...', 'quiet'))];
  const why = whyRows(answer, look.width - 2).map((line) => row('   ', ...line));
  const { head, failing } = scenarioRows(state, look);
  return [row(' ', ...verdictRow(answer, look.marks)), ...head, ...why, ...failing];
}

/** How many scenarios meet the open file, and which of them fail. */
function scenarioRows(state: AppState, { marks }: Look): { readonly head: Row[]; readonly failing: Row[] } {
  const { report } = state.project;
  const path = openFile(state);
  const results = report && path !== undefined ? (casesByFile(report).get(path) ?? []) : [];
  if (results.length === 0) return { head: [], failing: [] };
  const { passed, asked } = passedOf(results);
  const failing = results.filter(({ status }) => status === 'failed' || status === 'error');
  const mark = failing.length === 0 ? marks.yes : marks.no;
  const text = `${mark} ${passed} of ${asked} scenarios that meet this file pass`;
  return {
    head: [row(' ', span(text, failing.length === 0 ? 'good' : 'bad'))],
    failing: failing.map((one) => row('   ', span(`${marks.no} ${one.case.name}`, 'bad'))),
  };
}
