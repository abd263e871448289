/** Reads the project with its unsaved edits, then asks what depends on it. */
import { matchFiles, policyFilesOf, readConfig, type Workspace, workspaceSteps } from '../../workspace/index.ts';
import { withEdits } from '../project/held-files.ts';
import type { Project } from '../project/project.ts';
import { firstCase } from '../project/scenario-cases.ts';
import { draftOfCase, type RequestDraft } from '../request-draft.ts';
import {
  type AppState,
  type Handover,
  type Ports,
  stay,
  type Task,
  type Turn,
  withMessage,
  withProject,
} from '../state.ts';
import { askRequest } from './ask-request.ts';
import { lintProject } from './lint-project.ts';
import { runProject } from './run-project.ts';

/** @param named the configuration that was named, if any */
export function openProject(edits: Project['edits'], named?: string): Task {
  return {
    name: 'open',
    replaces: ['ask', 'lint', 'run'],
    *steps({ files, catalog, memory }: Ports): Generator<Handover> {
      const view = withEdits(files, edits);
      const read = readConfig(view, named);
      yield undefined;
      const [problem] = read.diagnostics;
      const all = view.listFiles();
      const { config, name: configFile } = read;
      const policyFiles = policyFilesOf(all, config);
      const environmentFiles = matchFiles(all, config.environments, config.exclude);
      const scenarioFiles = matchFiles(all, config.scenarios, config.exclude);
      const texts = new Map<string, string>();
      const found = {
        configFile,
        policyFiles,
        environmentFiles,
        scenarioFiles,
        config,
        catalog: catalog(),
        busy: true,
      };
      yield (state) => {
        const next = withProject(state, found);
        return stay(problem ? withMessage(next, problem.message, 'bad') : next);
      };
      for (const path of [configFile, ...policyFiles.map((file) => file.path), ...environmentFiles, ...scenarioFiles]) {
        const text = files.readText(path);
        if ('text' in text) texts.set(path, text.text);
        yield undefined;
      }
      yield (state) => stay(withProject(state, { texts }));
      const workspace = yield* workspaceSteps({ files: view, config, catalog, memory });
      const { counts } = workspace;
      const unread = unreadable(workspace, edits);
      const isEmpty = counts.policies + counts.environments + counts.scenarios + counts.invariants === 0;
      yield (state) => {
        const request = state.project.request ?? firstRequest(workspace.scenarioFiles);
        if (unread.length > 0 && state.project.workspace) return waiting(state, unread);
        const next: AppState = withProject(state, {
          unread: [],
          status: isEmpty ? 'none' : 'open',
          workspace,
          ...(request ? { request } : {}),
        });
        return stay(next, ...evaluations(next));
      };
    },
  };
}

/** Edited files that are in the middle of a change. */
function unreadable({ diagnostics }: Workspace, edits: Project['edits']): readonly string[] {
  const broken = new Set(
    diagnostics.filter(({ severity }) => severity === 'error').map(({ location }) => location?.source.name),
  );
  return [...edits.keys()].filter((path) => broken.has(path));
}

/** What was evaluated stays: a text that is being typed says nothing yet. */
function waiting(state: AppState, unread: readonly string[]): Turn {
  const { config, policyFiles, edits } = state.project;
  return stay(
    withProject(state, { unread, busy: false }),
    ...(config ? [lintProject(policyFiles, config, edits)] : []),
  );
}

function firstRequest(files: Parameters<typeof firstCase>[0]): RequestDraft | undefined {
  const first = firstCase(files);
  return first && draftOfCase(first);
}

/** What depends on the project, the request first. */
function evaluations({ project }: AppState): readonly Task[] {
  const { workspace, config, request, edits } = project;
  if (!workspace || !config) return [];
  return [
    ...(request ? [askRequest(workspace, config, request)] : []),
    lintProject(project.policyFiles, config, edits),
    runProject(workspace, config),
  ];
}
