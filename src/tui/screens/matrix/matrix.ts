/** Matrix: who may do what on a resource, why, and what is otherwise than at a base. */
import { setRequest } from '../../project/set-request.ts';
import { emptyDraft } from '../../request-draft.ts';
import { type AppState, stay, type Turn, withMessage, withScreen } from '../../state.ts';
import { environmentsOf } from '../../tasks/ask-request.ts';
import { copyText } from '../../tasks/outside.ts';
import { makeTheme } from '../../theme.ts';
import { filterCommand, passesFilter } from '../../widgets/filter.ts';
import { lineText } from '../../widgets/line-text.ts';
import { clamp, listCommands } from '../../widgets/list.ts';
import { scrollCommands } from '../../widgets/scroll.ts';
import { defineScreen } from '../screen.ts';
import { cellHere, cellPanel } from './cell-panel.ts';
import { askFile } from './export-grid.ts';
import { fillGrid, lookCloser, shownNames } from './fill-grid.ts';
import { cellMark, gridPanel } from './grid-panel.ts';
import { actionChoices, resourceChoices } from './question.ts';
import type { MatrixState } from './state.ts';

const { marks } = makeTheme({ colour: false, ascii: false });

function asking(state: AppState, change: Partial<MatrixState>): Turn {
  return stay(withScreen(state, 'matrix', change));
}

function movedTo(state: AppState, change: Pick<Partial<MatrixState>, 'row' | 'column'>): AppState {
  const { 'matrix.cell': _scrolled, ...scrolls } = state.scrolls;
  return withScreen({ ...state, scrolls }, 'matrix', change);
}

function moveColumn(by: number) {
  return (state: AppState): Turn => {
    const { grid, column } = state.screens.matrix;
    return stay(movedTo(state, { column: clamp(column + by, grid?.columns.length ?? 0) }));
  };
}

/** The question of the cell becomes the current request. */
function followCell(state: AppState): Turn {
  const here = cellHere(state);
  const { grid } = state.screens.matrix;
  if (!here || !grid) return stay(state);
  const draft = emptyDraft(grid.asked.environment.source.name);
  const check = { action: here.column.action, resource: grid.asked.resource, context: {} };
  const asker = here.column.access.askers.find(({ name }) => name === here.name);
  if (asker?.kind === 'account' || asker?.kind === 'outside') {
    return stay(withMessage(state, `${here.name} is not described by the environment: it cannot be asked further`));
  }
  const turn = setRequest(state, { ...draft, principal: here.name, checks: [check] });
  return { ...turn, state: { ...turn.state, screen: 'decision' } };
}

function chooseResource(state: AppState): Turn {
  return stay({
    ...state,
    overlay: {
      kind: 'choose',
      title: 'the resource',
      line: lineText(),
      chosen: 0,
      offers: resourceChoices,
      free: true,
      accept: (at, resource) => asking(at, { resource, row: 0, column: 0 }),
    },
  });
}

function chooseActions(state: AppState): Turn {
  return stay({
    ...state,
    overlay: {
      kind: 'choose',
      title: 'the actions, with spaces between; s3:Get* for several',
      line: lineText(state.screens.matrix.actions ?? ''),
      chosen: 0,
      offers: actionChoices,
      free: true,
      accept: (at, actions) => asking(at, { actions, column: 0 }),
    },
  });
}

function chooseEnvironment(state: AppState): Turn {
  const { workspace } = state.project;
  const all = workspace ? environmentsOf(workspace).map(({ source }) => source.name) : [];
  return stay({
    ...state,
    overlay: {
      kind: 'choose',
      title: 'the environment',
      line: lineText(),
      chosen: 0,
      offers: (_at, text) => all.filter((name) => passesFilter(text, name)).map((name) => ({ text: name })),
      free: false,
      accept: (at, environment) => asking(at, { environment, row: 0, column: 0 }),
    },
  });
}

function askBase(state: AppState): Turn {
  return stay({
    ...state,
    overlay: {
      kind: 'prompt',
      title: 'compare with a git ref or a folder; nothing for none',
      line: lineText(state.screens.matrix.base ?? 'main'),
      accept: (at, base) => {
        const { base: _before, changedOnly: _changed, ...rest } = at.screens.matrix;
        const matrix: MatrixState = { ...rest, changedOnly: false, ...(base === '' ? {} : { base }) };
        return stay({ ...at, screens: { ...at.screens, matrix } });
      },
    },
  });
}

function copyCell(state: AppState): Turn {
  const here = cellHere(state);
  const { grid, cell } = state.screens.matrix;
  if (!here || !grid) return stay(state);
  const { word } = cellMark(here.column.cells.get(here.name), marks);
  const why =
    cell?.of === grid && cell.name === here.name && cell.action === here.column.action
      ? (cell.found.reasons[0]?.text ?? '')
      : '';
  const text = `${here.name}: ${here.column.action} on ${grid.asked.resource}: ${word}${why === '' ? '' : ` (${why})`}`;
  return stay(state, copyText(text, 'the answer'));
}

const hasGrid = ({ screens }: AppState) => screens.matrix.grid !== undefined;

export const matrix = defineScreen({
  id: 'matrix',
  number: 5,
  title: 'Matrix',
  panels: [gridPanel, cellPanel],
  layout: ({ height }) => ({
    rows: [{ panel: 'grid' }, { panel: 'cell', size: Math.max(6, Math.floor(height / 3.5)) }],
  }),
  follows: (state) => [...fillGrid(state), ...lookCloser(state)],
  commands: [
    {
      id: 'matrix.follow',
      title: 'follow the decision',
      keys: ['enter'],
      bar: 'decision',
      available: hasGrid,
      run: followCell,
    },
    { id: 'matrix.left', title: 'action before', keys: ['h', 'left'], panels: ['grid'], run: moveColumn(-1) },
    { id: 'matrix.right', title: 'next action', keys: ['l', 'right'], panels: ['grid'], run: moveColumn(1) },
    { id: 'matrix.resource', title: 'choose the resource', keys: ['o'], bar: 'resource', run: chooseResource },
    { id: 'matrix.actions', title: 'choose the actions', keys: ['a'], bar: 'actions', run: chooseActions },
    { id: 'matrix.environment', title: 'choose the environment', keys: ['e'], run: chooseEnvironment },
    { id: 'matrix.base', title: 'compare with a git ref or a folder', keys: ['b'], bar: 'base', run: askBase },
    {
      id: 'matrix.changed',
      title: 'only who may do something else than at the base, or everybody',
      keys: ['c'],
      bar: 'changed',
      available: ({ screens }) => screens.matrix.grid?.asked.base !== undefined,
      run: (state) => stay(withScreen(state, 'matrix', { changedOnly: !state.screens.matrix.changedOnly, row: 0 })),
    },
    {
      id: 'matrix.export',
      title: 'write all answers to a CSV file',
      keys: ['x'],
      bar: 'export',
      available: hasGrid,
      run: askFile,
    },
    { id: 'matrix.copy', title: 'copy the answer', keys: ['y'], available: hasGrid, run: copyCell },
    filterCommand('matrix', ['grid']),
    ...listCommands({
      screen: 'matrix',
      panel: 'grid',
      what: 'principal',
      count: (state) => shownNames(state).length,
      cursor: (state) => clamp(state.screens.matrix.row, shownNames(state).length),
      move: (state, row) => movedTo(state, { row }),
    }),
    ...scrollCommands('matrix', cellPanel),
  ],
});
