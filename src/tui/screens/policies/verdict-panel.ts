/** What the current request comes to, while the policies are looked at or changed. */
import { casesByFile, passedOf } from '../../project/case-index.ts';
import type { AppState } from '../../state.ts';
import { EMPTY_ROW, type Row, row, span } from '../../text-row.ts';
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
  if (!request)
    return [
      row(' no request yet: ', span('4', 'accent'), ' has the scenarios; take one with ', span('enter', 'accent')),
    ];
  if (!answer) return [row(span(' asking...', 'quiet'))];
  const why = whyRows(answer, look.width - 2).map((line) => row('   ', ...line));
  return [row(' ', ...verdictRow(answer, look.marks)), ...why, ...scenarioRow(state, look)];
}

/** How many scenarios meet the open file, and how many of them fail. */
function scenarioRow(state: AppState, { marks }: Look): Row[] {
  const { report } = state.project;
  const path = openFile(state);
  if (!report || path === undefined) return [];
  const results = casesByFile(report).get(path) ?? [];
  if (results.length === 0) return [];
  const { passed, asked } = passedOf(results);
  const failing = results.filter(({ status }) => status === 'failed' || status === 'error');
  const head = `scenarios that meet this file: ${passed} of ${asked} pass`;
  return [
    EMPTY_ROW,
    row(' ', span(`${failing.length === 0 ? marks.yes : marks.no} ${head}`, failing.length === 0 ? 'good' : 'bad')),
    ...failing.slice(0, 5).map((one) => row('   ', span(`${marks.no} ${one.case.name}`, 'bad'))),
  ];
}
