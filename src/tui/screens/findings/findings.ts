/** Findings: what is wrong in the project, explained, mended or accepted with a reason. */
import { positionAt, SEVERITIES } from '../../../language/index.ts';
import { type AppState, stay, type Turn, withMessage, withScreen } from '../../state.ts';
import { copyText } from '../../tasks/outside.ts';
import { filterCommand } from '../../widgets/filter.ts';
import { listCommands } from '../../widgets/list.ts';
import { scrollCommands } from '../../widgets/scroll.ts';
import { showFile } from '../policies/show-file.ts';
import { defineScreen } from '../screen.ts';
import { cursorOf, entriesOf, fileOf, foundHere, placeOf } from './entries.ts';
import { explainPanel } from './explain-panel.ts';
import { askFix, fixAll, takeBack } from './fixes.ts';
import { askReason } from './ignore.ts';
import { listPanel } from './list-panel.ts';
import type { FindingsState } from './state.ts';

function moveTo(state: AppState, to: number): AppState {
  const entries = entriesOf(state);
  const before = cursorOf(state);
  // Over a heading in the direction of the move.
  const at = entries[to]?.kind === 'heading' && to < before && to > 0 ? to - 1 : to;
  const { 'findings.explain': _scrolled, ...scrolls } = state.scrolls;
  return withScreen({ ...state, scrolls }, 'findings', { at });
}

function toSource(state: AppState): Turn {
  const found = foundHere(state);
  if (!found) return stay(state);
  const line = found.location ? positionAt(found.location.source, found.location.range.start).line - 1 : 0;
  return stay(showFile(state, fileOf(found), line));
}

const NEXT: Readonly<Record<FindingsState['by'], FindingsState['by']>> = {
  severity: 'file',
  file: 'check',
  check: 'severity',
};

function nextGrouping(state: AppState): Turn {
  const by = NEXT[state.screens.findings.by];
  return stay(withMessage(withScreen(state, 'findings', { by, at: 0 }), `by ${by}`));
}

/** From all down to the gravest, and all again. */
function nextSeverity(state: AppState): Turn {
  const { least: before, ...rest } = state.screens.findings;
  const index = before === undefined ? SEVERITIES.length - 1 : SEVERITIES.indexOf(before);
  const least = index === 0 ? undefined : SEVERITIES[index - 1];
  const findings = { ...rest, at: 0, ...(least === undefined ? {} : { least }) };
  return stay({ ...state, screens: { ...state.screens, findings } });
}

function copy(state: AppState): Turn {
  const found = foundHere(state);
  if (!found) return stay(state);
  return stay(
    state,
    copyText(`- **${found.code}** (${found.severity}) \`${placeOf(found)}\`: ${found.message}`, 'the finding'),
  );
}

const isFound = (state: AppState) => foundHere(state) !== undefined;

export const findings = defineScreen({
  id: 'findings',
  number: 7,
  title: 'Findings',
  panels: [listPanel, explainPanel],
  layout: ({ height }) => ({
    rows: [{ panel: 'list' }, { panel: 'explain', size: Math.max(10, Math.floor(height * 0.55)) }],
  }),
  commands: [
    {
      id: 'findings.source',
      title: 'go to the line',
      keys: ['enter', 'e'],
      bar: 'go to line',
      available: isFound,
      run: toSource,
    },
    {
      id: 'findings.fix',
      title: 'mend it',
      keys: ['f'],
      bar: 'fix',
      available: (state) => foundHere(state)?.fix !== undefined,
      run: askFix,
    },
    {
      id: 'findings.fix-all',
      title: 'mend all of this check that need no person',
      keys: ['F'],
      bar: 'fix all',
      available: isFound,
      run: fixAll,
    },
    {
      id: 'findings.take-back',
      title: 'take the last fix back',
      keys: ['z'],
      bar: 'take back',
      available: ({ screens }) => screens.findings.before.length > 0,
      run: takeBack,
    },
    {
      id: 'findings.ignore',
      title: 'accept it with a reason',
      keys: ['i'],
      bar: 'ignore',
      available: isFound,
      run: askReason,
    },
    {
      id: 'findings.severity',
      title: 'only the graver ones, step by step, or all',
      keys: ['s'],
      bar: 'severity',
      run: nextSeverity,
    },
    { id: 'findings.group', title: 'by severity, file or check', keys: ['b'], bar: 'by', run: nextGrouping },
    { id: 'findings.copy', title: 'copy as a line of Markdown', keys: ['y'], available: isFound, run: copy },
    filterCommand('findings', ['list']),
    ...listCommands({
      screen: 'findings',
      panel: 'list',
      what: 'finding',
      count: (state) => entriesOf(state).length,
      cursor: cursorOf,
      move: moveTo,
    }),
    ...scrollCommands('findings', explainPanel),
  ],
});
