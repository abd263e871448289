/** Runs every scenario of the project. */
import { scenarioSteps } from '../../scenario/index.ts';
import type { Config, Workspace } from '../../workspace/index.ts';
import { type Handover, type Ports, stay, type Task, withProject } from '../state.ts';

export function runProject(workspace: Workspace, config: Config): Task {
  return {
    name: 'run',
    *steps({ now }: Ports): Generator<Handover> {
      const started = now();
      const steps = scenarioSteps(workspace.scenarioFiles, { settings: config.settings });
      for (;;) {
        const step = steps.next();
        if (!step.done) {
          yield undefined;
          continue;
        }
        const report = step.value;
        const took = now() - started;
        yield (state) => {
          const before = state.project.report;
          const known = before ? { reportBefore: before } : {};
          return stay(withProject(state, { report, ...known, busy: false, took }));
        };
        return;
      }
    },
  };
}
