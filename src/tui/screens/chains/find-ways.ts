/** Follows every hop from whoever begins, a few milliseconds at a time. */
import { type Environment, resolvePrincipal } from '../../../environment/index.ts';
import { accessRow, askerOfCaller, reachFrom } from '../../../query/index.ts';
import { type AppState, type Handover, type Ports, stay, type Task, withScreen } from '../../state.ts';
import { environmentNamed, environmentsOf } from '../../tasks/ask-request.ts';
import { stepHere } from './ways.ts';

const PAUSE = 60;

/** The environment of the current request, or the first. */
export function environmentHere({ project }: AppState): Environment | undefined {
  const { workspace, request } = project;
  if (!workspace) return undefined;
  const named = request && environmentNamed(workspace, request.environment);
  return named ?? environmentsOf(workspace)[0];
}

export function startHere(state: AppState): string | undefined {
  const { screens, project } = state;
  const users = environmentHere(state)?.accounts.flatMap(({ users: all }) => all) ?? [];
  return screens.chains.start ?? (project.request?.principal || users[0]?.arn);
}

/** Nothing where they are known. */
export function findWays(state: AppState): readonly Task[] {
  const environment = environmentHere(state);
  const start = startHere(state);
  const { config } = state.project;
  const { ways } = state.screens.chains;
  if (!environment || !config || start === undefined) return [];
  if (ways?.environment === environment && ways.start === start) return [];
  return [
    {
      name: 'chains',
      about: [environment, start],
      after: PAUSE,
      *steps({ catalog }: Ports): Generator<Handover> {
        const { caller, diagnostics } = resolvePrincipal(environment, start);
        if (!caller) {
          const problem = diagnostics.map(({ message }) => message).join('; ');
          yield (at) => stay(withScreen(at, 'chains', { ways: { environment, start, found: [], problem } }));
          return;
        }
        const asker = askerOfCaller(caller, environment);
        const question = { from: {}, given: {}, settings: config.settings, catalog: catalog() };
        const found = yield* reachFrom(environment, asker, question);
        yield (at) => stay(withScreen(at, 'chains', { ways: { environment, start, found } }));
      },
    },
  ];
}

/** Works the call under the cursor out. */
export function lookAtStep(state: AppState): readonly Task[] {
  const step = stepHere(state);
  if (!step || state.screens.chains.look?.of === step) return [];
  return [
    {
      name: 'chains-step',
      about: [step],
      after: PAUSE,
      *steps(): Generator<Handover> {
        const found = accessRow(step.access, ...step.at);
        yield (at) => stay(withScreen(at, 'chains', { look: { of: step, found } }));
      },
    },
  ];
}
