/** What the current request comes to, while the policies are looked at or changed. */
import { casesByFile, passedOf } from '../../project/case-index.ts';
import type { AppState } from '../../state.ts';
import { row, span } from '../../text-row.ts';
import { type MoreRows, verdictPanel as panelOf } from '../../widgets/verdict-panel.ts';
import type { Look } from '../screen.ts';
import { openFile } from './tree.ts';

export const verdictPanel = panelOf('[4] Verdict of the current request', 'policies.verdict', scenarioRows);

/** How many scenarios meet the open file, and which of them fail. */
function scenarioRows(state: AppState, { marks }: Look): MoreRows {
  const { report } = state.project;
  const path = openFile(state);
  const results = report && path !== undefined ? (casesByFile(report).get(path) ?? []) : [];
  if (results.length === 0) return { head: [], foot: [] };
  const { passed, asked } = passedOf(results);
  const failing = results.filter(({ status }) => status === 'failed' || status === 'error');
  const mark = failing.length === 0 ? marks.yes : marks.no;
  const text = `${mark} ${passed} of ${asked} scenarios that meet this file pass`;
  return {
    head: [row(' ', span(text, failing.length === 0 ? 'good' : 'bad'))],
    foot: failing.map((one) => row('   ', span(`${marks.no} ${one.case.name}`, 'bad'))),
  };
}
