/** Asks everybody about every action, an action at a time; then the same at the base. */
import type { Environment } from '../../../environment/index.ts';
import { type Access, accessRow, openAccess } from '../../../query/index.ts';
import { type AppState, type Handover, type Ports, stay, type Task, withScreen } from '../../state.ts';
import { askedHere } from './question.ts';
import type { Asked, Cell, Column, Grid, MatrixState } from './state.ts';

/** After the last change, in milliseconds. */
const PAUSE = 60;

/** Nothing where the grid answers the question as it stands. */
export function fillGrid(state: AppState): readonly Task[] {
  const asked = askedHere(state);
  const { grid, problem } = state.screens.matrix;
  if (!asked || (grid && same(about(grid.asked), about(asked)))) return [];
  if (problem && same(problem.of, about(asked))) return [];
  return [
    {
      name: 'matrix',
      about: about(asked),
      after: PAUSE,
      replaces: ['matrix-cell'],
      steps: (ports) => steps(state, asked, ports),
    },
  ];
}

function about({ environment, resource, actions, base }: Asked): readonly unknown[] {
  return [environment, resource, actions.join(), base];
}

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.every((part, index) => part === other[index]);
}

async function* steps({ project }: AppState, asked: Asked, ports: Ports): AsyncGenerator<Handover> {
  const { config } = project;
  if (!config) return;
  const question = {
    resources: [asked.resource],
    from: {},
    given: {},
    settings: config.settings,
    catalog: ports.catalog(),
  };
  const before = asked.base === undefined ? undefined : await environmentAt(asked, asked.base, ports, config.sources);
  if (before && 'problem' in before) {
    // Whoever mends it asks anew: another base, or none.
    yield (state) => stay(put(state, { problem: { of: about(asked), text: before.problem } }));
    return;
  }
  const columns: Column[] = [];
  for (const action of asked.actions) {
    const access = openAccess(asked.environment, { ...question, action });
    yield undefined;
    const then = before && openAccess(before, { ...question, action });
    columns.push({ action, access, cells: cellsOf(access), ...(then ? { before: cellsOf(then) } : {}) });
    yield undefined;
  }
  const names = new Set(columns.flatMap(({ cells, before: then }) => [...cells.keys(), ...(then?.keys() ?? [])]));
  const grid: Grid = { asked, names: [...names], columns };
  yield (state) => stay(put(state, { grid }));
}

async function environmentAt(
  { environment }: Asked,
  base: string,
  ports: Ports,
  sources: Parameters<typeof import('./reading.ts')['environmentReader']>[0]['sources'],
): Promise<Environment | { readonly problem: string }> {
  const files = await ports.filesAt(base);
  if ('problem' in files) return files;
  const { environmentReader } = await import('./reading.ts');
  const { name } = environment.source;
  const read = environmentReader({ files, catalog: ports.catalog, sources }).read(name);
  const [problem] = read.diagnostics.filter(({ severity }) => severity === 'error');
  return read.environment ?? { problem: `${name} at ${base}: ${problem?.message ?? 'cannot be read'}` };
}

function cellsOf(access: Access): ReadonlyMap<string, Cell> {
  return new Map(access.askers.map(({ name }, asker) => [name, cellOf(access, asker)]));
}

function cellOf(access: Access, asker: number): Cell {
  const verdict = access.verdict(asker, 0);
  if (verdict !== 'denied') return verdict;
  return access.outcome(asker, 0)?.decision === 'explicitDeny' ? 'explicit' : 'implicit';
}

/** A new answer takes the place of an old problem. */
function put(state: AppState, change: Pick<MatrixState, 'grid' | 'problem'>): AppState {
  const { problem: _old, ...rest } = state.screens.matrix;
  return { ...state, screens: { ...state.screens, matrix: { ...rest, ...change } } };
}

/** The names of the grid that are shown, in their order. */
export function shownNames({ screens, filters }: AppState): readonly string[] {
  const { grid, changedOnly } = screens.matrix;
  if (!grid) return [];
  const words = (filters['matrix.grid'] ?? '').toLowerCase().split(/\s+/);
  return grid.names.filter(
    (name) =>
      words.every((word) => name.toLowerCase().includes(word)) &&
      (!changedOnly || grid.columns.some((column) => isChanged(column, name))),
  );
}

export function isChanged({ cells, before }: Column, name: string): boolean {
  if (!before) return false;
  const mayAsk = (cell: Cell | undefined) => (cell === 'explicit' || cell === undefined ? 'implicit' : cell);
  return mayAsk(cells.get(name)) !== mayAsk(before.get(name));
}

/** Works the cell under the cursor out: its reasons, and the exact condition where it is open. */
export function lookCloser(state: AppState): readonly Task[] {
  const { grid, row, column, cell } = state.screens.matrix;
  const found = grid?.columns[column];
  const name = shownNames(state)[row];
  const asker = found?.access.askers.findIndex((one) => one.name === name) ?? -1;
  if (!grid || !found || name === undefined || asker === -1) return [];
  const { action, access } = found;
  if (cell?.of === grid && cell.name === name && cell.action === action) return [];
  return [
    {
      name: 'matrix-cell',
      about: [grid, name, action],
      after: PAUSE,
      *steps(): Generator<Handover> {
        const answer = accessRow(access, asker, 0);
        yield (at) => stay(withScreen(at, 'matrix', { cell: { of: grid, name, action, found: answer } }));
      },
    },
  ];
}
