/** Asks the current request of the project. */
import { type Environment, resolvePrincipal } from '../../environment/index.ts';
import { explain } from '../../explain/index.ts';
import { ask, type CaseQuestion } from '../../scenario/index.ts';
import type { Config, Workspace } from '../../workspace/index.ts';
import type { Answered } from '../project/project.ts';
import { caseOf } from '../project/scenario-cases.ts';
import type { RequestDraft } from '../request-draft.ts';
import { type Handover, type Ports, stay, type Task, withProject } from '../state.ts';

export function askRequest(workspace: Workspace, config: Config, request: RequestDraft): Task {
  return {
    name: 'ask',
    *steps(ports: Ports): Generator<Handover> {
      const answer = answerTo(request, { workspace, config, catalog: ports.catalog });
      yield (state) => stay(withProject(state, { answer }));
    },
  };
}

interface World extends Pick<Ports, 'catalog'> {
  readonly workspace: Workspace;
  readonly config: Config;
}

function answerTo(request: RequestDraft, world: World): Answered {
  const bound = questionOf(request, world);
  if ('problems' in bound) return { request, problems: bound.problems };
  const answer = ask(bound, world.config.settings);
  const { decisive, problems } = answer;
  const explanation = decisive && explain(decisive, decisive.result, world.config.settings);
  return { request, answer, problems, ...(explanation ? { explanation } : {}) };
}

/** The request in the project as it is now. */
export function questionOf(
  request: RequestDraft,
  { workspace, catalog }: Omit<World, 'config'>,
): CaseQuestion | { readonly problems: readonly string[] } {
  const { hops, checks, from, context } = request;
  if (request.principal === '') return { problems: ['nobody asks yet: choose a principal'] };
  if (checks.some(({ action }) => action === '')) return { problems: ['nothing is asked yet: choose an action'] };
  const asked = { hops, checks, from, context, multiple: checks.length > 1, catalog: catalog() };
  const source = request.of && caseOf(workspace, request.of);
  if (source && request.of?.principal === request.principal && source.environment.source.name === request.environment) {
    return { ...asked, environment: source.environment, principal: source.principal };
  }
  const environment = environmentNamed(workspace, request.environment);
  if (!environment) return { problems: [`the environment \`${request.environment}\` cannot be read`] };
  const { caller, diagnostics } = resolvePrincipal(environment, principalOf(request.principal));
  if (!caller) return { problems: diagnostics.map(({ message, help }) => (help ? `${message}; ${help}` : message)) };
  return { ...asked, environment, principal: { text: request.principal, caller } };
}

/** A service is written as its principal. */
function principalOf(text: string) {
  return /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(text) ? { service: text } : text;
}

/** Of files of their own, then those that scenario files hold. */
export function environmentsOf({ environments, scenarioFiles }: Workspace): readonly Environment[] {
  const all = [...environments, ...scenarioFiles.map((file) => file.environment)];
  return [...new Map(all.map((one) => [one.source.name, one])).values()];
}

export function environmentNamed(workspace: Workspace, name: string): Environment | undefined {
  return environmentsOf(workspace).find(({ source }) => source.name === name);
}
