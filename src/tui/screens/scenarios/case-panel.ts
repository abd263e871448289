/** The scenario under the cursor: what it asks, expects and received, why, and where it is written. */
import { formatLocation } from '../../../language/index.ts';
import { PLAIN } from '../../../report/paint.ts';
import { excerptLines } from '../../../report/scenario-excerpt.ts';
import { extraDifferences } from '../../../report/scenario-failure.ts';
import { expectedWords, receivedWords, whyWords } from '../../../report/scenario-words.ts';
import type { CaseResult } from '../../../scenario/index.ts';
import { callWords, draftOfCase } from '../../request-draft.ts';
import type { AppState } from '../../state.ts';
import { EMPTY_ROW, type Row, row, type Style, span, wrapText } from '../../text-row.ts';
import { scrolled } from '../../widgets/scroll.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { caseHere, caseId, entryHere } from './entries.ts';
import { statusMark } from './list-panel.ts';

export const casePanel: ScreenPanel = { id: 'case', view };

function view(state: AppState, look: Look): PanelView {
  const result = caseHere(state);
  const entry = entryHere(state);
  const rows = result ? caseRows(state, result, look) : entry?.kind === 'file' ? fileRows(entry, look) : [];
  return {
    title: `[2] ${result ? result.case.name : (entry?.id ?? 'Scenario')}`,
    ...scrolled(state, 'scenarios.case', rows, look.height),
  };
}

function fileRows(entry: Extract<ReturnType<typeof entryHere>, { kind: 'file' }>, { width }: Look): Row[] {
  const { description } = entry.file;
  return [
    ...(description === undefined
      ? []
      : [...wrapText(description, width - 2).map((line) => row(' ', line)), EMPTY_ROW]),
    row(` ${entry.passed} of ${entry.asked} scenarios pass`),
    row(' ', span('space', 'accent'), ' folds them, ', span('f', 'accent'), ' shows those that fail'),
  ];
}

const LABEL = 10;

function caseRows(state: AppState, result: CaseResult, look: Look): Row[] {
  const { case: asked, status, received, differences, notes } = result;
  const { mark, style } = statusMark(status, look.marks);
  const draft = draftOfCase(asked);
  const facts: [label: string, texts: readonly string[], style?: Style][] = [
    ['asks', [`${asked.principal.text}: ${callWords(draft)}`]],
    ...(asked.hops.length > 0
      ? [['as', [asked.hops.map(({ role }) => role ?? 'a role').join(', then ')]] satisfies [string, string[]]]
      : []),
    ['expected', [expectedWords(asked.expected)]],
    ['received', [receivedWords(received)], style],
    ...(status === 'failed' || status === 'error'
      ? [
          ['but', status === 'error' ? differences : extraDifferences(result), style] satisfies [
            string,
            readonly string[],
            Style,
          ],
        ]
      : []),
    ['why', status === 'skipped' ? [asked.skip ?? 'skipped'] : whyWords(result, state.project.config?.settings)],
    ['before', before(state, result), 'note'],
    ['note', notes, 'quiet'],
  ];
  return [
    row(span(`${mark} ${status.toUpperCase()}`, style), span(`  ${formatLocation(asked.location)}`, 'quiet')),
    EMPTY_ROW,
    ...facts.flatMap(([label, texts, of]) => factRows(label, texts, of, look.width)),
    EMPTY_ROW,
    ...excerpt(result, look),
  ];
}

function factRows(label: string, texts: readonly string[], style: Style | undefined, width: number): Row[] {
  const lines = texts.flatMap((text) =>
    wrapText(text, width - LABEL - 2).map((line, index) => (index === 0 ? line : `  ${line}`)),
  );
  return lines.map((line, index) =>
    row(span(` ${(index === 0 ? label : '').padEnd(LABEL)}`, 'quiet'), span(line, style)),
  );
}

/** Where the run before had another answer. */
function before({ project }: AppState, result: CaseResult): readonly string[] {
  const id = caseId(result);
  const file = project.reportBefore?.files.find(({ source }) => source.name === result.case.location.source.name);
  const found = file?.results.find((one) => caseId(one) === id);
  if (!found || receivedWords(found.received) === receivedWords(result.received)) return [];
  return [`${receivedWords(found.received)}, before the last change`];
}

function excerpt({ case: asked, status, received }: CaseResult, { marks }: Look): Row[] {
  const place = { from: asked.location.range.start, location: asked.expectedLocation };
  const label = status === 'passed' ? '' : `received ${receivedWords(received)}`;
  const [, , , bar] = marks.box;
  const signs = {
    passed: marks.yes,
    failed: marks.no,
    skipped: marks.skipped,
    error: marks.warning,
    bar,
    arrow: marks.arrow,
  };
  const lines = excerptLines({ ...place, label }, PLAIN, signs);
  return lines.map((line, index) =>
    row(' ', span(line, index === lines.length - 1 ? statusMark(status, marks).style : undefined)),
  );
}
