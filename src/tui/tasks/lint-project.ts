/** Lints every policy of the project; those that did not change are remembered. */
import { type LintDiagnostic, type LintInput, lintSteps } from '../../lint/index.ts';
import { type Config, lintPorts, type PolicyFile } from '../../workspace/index.ts';
import { withEdits } from '../project/held-files.ts';
import type { Project } from '../project/project.ts';
import { type Handover, type Ports, stay, type Task, withProject } from '../state.ts';

export function lintProject(policyFiles: readonly PolicyFile[], config: Config, edits: Project['edits']): Task {
  return {
    name: 'lint',
    *steps({ files, catalog, lintMemory }: Ports): Generator<Handover> {
      const view = withEdits(files, edits);
      function* inputs(): Generator<LintInput> {
        for (const { path: name, type } of policyFiles) {
          const read = view.readText(name);
          if ('text' in read) yield { source: { name, text: read.text }, type };
        }
      }
      const options = { ...lintPorts(config), catalog: catalog(), config: config.lint, memory: lintMemory };
      const result = yield* lintSteps(inputs(), options);
      const findings = new Map<string, LintDiagnostic[]>(policyFiles.map(({ path }) => [path, []]));
      const ofAll: LintDiagnostic[] = [];
      for (const one of result.diagnostics) {
        const list = findings.get(one.file);
        if (list) list.push(one);
        else ofAll.push(one);
      }
      yield (state) => stay(withProject(state, { findings, findingsOfAll: ofAll }));
    },
  };
}
