/** Counts what the cases of the last run cover; it takes every trace as a whole, so only where somebody looks. */
import { type AppState, type Handover, stay, type Task, withScreen } from '../../state.ts';

/** After the last change, in milliseconds. */
const PAUSE = 250;

/** Nothing where it is counted already. */
export function countCoverage({ project, screens }: AppState): readonly Task[] {
  const { report } = project;
  if (!report || screens.scenarios.coverage?.of === report) return [];
  return [
    {
      name: 'coverage',
      about: [report],
      after: PAUSE,
      *steps(): Generator<Handover> {
        const found = report.coverage;
        yield (state) => stay(withScreen(state, 'scenarios', { coverage: { of: report, found } }));
      },
    },
  ];
}
