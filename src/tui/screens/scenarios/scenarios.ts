/** Scenarios: every case as the files are now, why those that fail do, and what none of them puts to the test. */
import { positionAt } from '../../../language/index.ts';
import { acceptAnswer } from '../../../scenario/index.ts';
import type { Command } from '../../command.ts';
import { editText } from '../../project/edit-text.ts';
import { setRequest } from '../../project/set-request.ts';
import { draftOfCase } from '../../request-draft.ts';
import { type AppState, stay, type Turn, withMessage, withScreen } from '../../state.ts';
import { copyText } from '../../tasks/outside.ts';
import { runProject } from '../../tasks/run-project.ts';
import { filterCommand } from '../../widgets/filter.ts';
import { clamp, listCommands } from '../../widgets/list.ts';
import { scrollCommands } from '../../widgets/scroll.ts';
import { showFile } from '../policies/show-file.ts';
import { saveScenario } from '../request/save-scenario.ts';
import { defineScreen } from '../screen.ts';
import { casePanel } from './case-panel.ts';
import { countCoverage } from './count-coverage.ts';
import { coveragePanel, gapHere, gapsOf } from './coverage-panel.ts';
import { caseHere, cursorOf, entriesOf, entryHere } from './entries.ts';
import { listPanel } from './list-panel.ts';

function moveTo(state: AppState, to: number): AppState {
  const entry = entriesOf(state)[to];
  const { 'scenarios.case': _scrolled, ...scrolls } = state.scrolls;
  return entry ? withScreen({ ...state, scrolls }, 'scenarios', { at: entry.id }) : state;
}

function toggleFold(state: AppState): Turn {
  const entry = entryHere(state);
  if (!entry) return stay(state);
  const file = entry.kind === 'file' ? entry.id : entry.result.case.location.source.name;
  const folded = new Set(state.screens.scenarios.folded);
  if (!folded.delete(file)) folded.add(file);
  return stay(withScreen(state, 'scenarios', { folded, at: file }));
}

/** The question of the case becomes the current request, shown where it is decided. */
function followCase(state: AppState): Turn {
  const result = caseHere(state);
  if (!result) return toggleFold(state);
  const turn = setRequest(state, draftOfCase(result.case));
  return { ...turn, state: { ...turn.state, screen: 'decision' } };
}

function toSource(state: AppState): Turn {
  const result = caseHere(state);
  if (!result) return stay(state);
  const { source, range } = result.case.location;
  return stay(showFile(state, source.name, positionAt(source, range.start).line - 1));
}

function toGap(state: AppState): Turn {
  const location = gapHere(state)?.location;
  if (!location) return stay(withMessage(state, 'it stands in no file'));
  return stay(showFile(state, location.source.name, positionAt(location.source, location.range.start).line - 1));
}

/** Asks first: what a scenario expects is what somebody has thought about. */
function accept(state: AppState): Turn {
  const result = caseHere(state);
  if (!result || result.status === 'passed' || result.status === 'skipped') {
    return stay(withMessage(state, 'there is an answer to accept where a scenario fails'));
  }
  const { name } = result.case.location.source;
  const file = state.project.report?.files.find(({ source }) => source.name === name);
  const accepted = acceptAnswer(result, file?.results ?? []);
  if ('problem' in accepted) return stay(withMessage(state, accepted.problem, 'bad'));
  const run = (at: AppState): Turn => {
    const turn = editText(at, name, accepted.text);
    return { ...turn, state: withMessage(turn.state, `${name} expects it now; ctrl-s saves the file`, 'good') };
  };
  return stay({
    ...state,
    overlay: {
      kind: 'confirm',
      title: 'accept the answer',
      question: `\`${result.case.name}\` will expect what it received`,
      details: [`expected  ${result.case.expected.decision}`, `received  ${result.received?.decision ?? ''}`],
      choices: [{ key: 'y', label: 'yes, that answer is right', run }],
    },
  });
}

function copyCommand(state: AppState): Turn {
  const result = caseHere(state);
  if (!result) return stay(state);
  const { location, name } = result.case;
  const command = `iamproof test ${quoted(location.source.name)} --name ${quoted(name)}`;
  return stay(state, copyText(command, 'the command line'));
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function nextFailed(by: 1 | -1): Command['run'] {
  return (state) => {
    const entries = entriesOf(state);
    const cursor = cursorOf(state);
    for (let step = 1; step <= entries.length; step++) {
      const at = (cursor + by * step + entries.length * 2) % entries.length;
      const entry = entries[at];
      if (entry?.kind === 'case' && entry.result.status !== 'passed' && entry.result.status !== 'skipped')
        return stay(moveTo(state, at));
    }
    return stay(withMessage(state, 'no scenario fails', 'good'));
  };
}

const isCase = (state: AppState) => caseHere(state) !== undefined;

export const scenarios = defineScreen({
  id: 'scenarios',
  number: 4,
  title: 'Scenarios',
  panels: [listPanel, casePanel, coveragePanel],
  layout: ({ width, height }) => ({
    columns: [
      { panel: 'list', size: Math.max(30, Math.min(60, Math.floor(width * 0.42))) },
      { rows: [{ panel: 'case' }, { panel: 'coverage', size: Math.max(5, Math.floor(height / 3)) }] },
    ],
  }),
  follows: countCoverage,
  commands: [
    {
      id: 'scenarios.follow',
      title: 'follow the decision, or fold the file',
      keys: ['enter'],
      panels: ['list', 'case'],
      bar: 'decision',
      run: followCase,
    },
    { id: 'scenarios.fold', title: 'fold or unfold the file', keys: ['space'], panels: ['list'], run: toggleFold },
    {
      id: 'scenarios.failed-only',
      title: 'only those that fail, or all',
      keys: ['f'],
      bar: 'failed only',
      run: (state) => stay(withScreen(state, 'scenarios', { failedOnly: !state.screens.scenarios.failedOnly })),
    },
    { id: 'scenarios.next-failed', title: 'next one that fails', keys: ['n'], bar: 'next failed', run: nextFailed(1) },
    { id: 'scenarios.previous-failed', title: 'the one before that fails', keys: ['N'], run: nextFailed(-1) },
    {
      id: 'scenarios.accept',
      title: 'accept the answer: expect what was received',
      keys: ['u'],
      bar: 'accept',
      available: isCase,
      run: accept,
    },
    {
      id: 'scenarios.source',
      title: 'go to where it is written',
      keys: ['e'],
      bar: 'source',
      available: isCase,
      run: toSource,
    },
    {
      id: 'scenarios.new',
      title: 'keep the current request as a scenario',
      keys: ['a'],
      bar: 'add request',
      available: ({ project }) => project.answer?.answer?.received !== undefined,
      run: saveScenario,
    },
    {
      id: 'scenarios.run',
      title: 'run all of them again',
      keys: ['r'],
      run: (state) => {
        const { workspace, config } = state.project;
        return stay(state, ...(workspace && config ? [runProject(workspace, config)] : []));
      },
    },
    {
      id: 'scenarios.copy',
      title: 'copy the command line that runs it',
      keys: ['y'],
      available: isCase,
      run: copyCommand,
    },
    {
      id: 'scenarios.gap',
      title: 'go to what is not covered',
      keys: ['enter'],
      panels: ['coverage'],
      bar: 'go to',
      run: toGap,
    },
    filterCommand('scenarios', ['list']),
    ...listCommands({
      screen: 'scenarios',
      panel: 'list',
      what: 'scenario',
      count: (state) => entriesOf(state).length,
      cursor: cursorOf,
      move: moveTo,
    }),
    ...listCommands({
      screen: 'scenarios',
      panel: 'coverage',
      what: 'gap',
      count: (state) => gapsOf(state).length,
      cursor: (state) => clamp(state.screens.scenarios.gap, gapsOf(state).length),
      move: (state, gap) => withScreen(state, 'scenarios', { gap }),
    }),
    ...scrollCommands('scenarios', casePanel),
  ],
});
