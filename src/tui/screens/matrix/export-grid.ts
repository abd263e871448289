/** The matrix as a CSV file, a line for each cell with its reasons. */
import { accessRow } from '../../../query/index.ts';
import { ACCESS_CSV_HEAD, accessCsv, accessJson } from '../../../report/access-json.ts';
import { type AppState, type Handover, type Ports, stay, type Task, type Turn, withMessage } from '../../state.ts';
import { writeFile } from '../../tasks/save-files.ts';
import { lineText } from '../../widgets/line-text.ts';
import type { Grid } from './state.ts';

export function askFile(state: AppState): Turn {
  const { grid } = state.screens.matrix;
  if (!grid) return stay(state);
  const accept = (at: AppState, path: string): Turn =>
    path === '' ? stay(at) : stay(withMessage(at, `writing ${path}`), exportTo(grid, path));
  return stay({
    ...state,
    overlay: { kind: 'prompt', title: 'write as CSV to', line: lineText('who-can.csv'), accept },
  });
}

function exportTo(grid: Grid, path: string): Task {
  return {
    name: 'matrix-export',
    *steps({ files }: Ports): Generator<Handover> {
      if (files.exists(path)) {
        yield (state) => stay(withMessage(state, `${path} exists already; nothing was written`, 'bad'));
        return;
      }
      const lines = [ACCESS_CSV_HEAD];
      for (const { action, access } of grid.columns) {
        for (const asker of access.askers.keys()) {
          lines.push(accessCsv(accessJson(action, accessRow(access, asker, 0))));
          yield undefined;
        }
      }
      const problem = writeFile(files, path, lines.join(''));
      const told =
        problem === undefined ? `wrote ${lines.length - 1} answers to ${path}` : `${path} was not written: ${problem}`;
      yield (state) => stay(withMessage(state, told, problem === undefined ? 'good' : 'bad'));
    },
  };
}
