/** What the matrix asks: which environment, which resource, which actions. */
import type { Catalog, ServiceAction } from '../../../catalog/index.ts';
import type { Environment } from '../../../environment/index.ts';
import { parseArn } from '../../../language/index.ts';
import { describedResources } from '../../../query/index.ts';
import type { Choosable } from '../../overlays/overlay.ts';
import type { AppState } from '../../state.ts';
import { environmentNamed, environmentsOf } from '../../tasks/ask-request.ts';
import { passesFilter } from '../../widgets/filter.ts';
import type { Asked } from './state.ts';

/** More do not fit any screen, and each is asked of everybody. */
const MOST_ACTIONS = 60;
const MOST_BY_ITSELF = 12;

function environmentHere({ project, screens }: AppState): Environment | undefined {
  const { workspace, request } = project;
  if (!workspace) return undefined;
  const named = screens.matrix.environment ?? request?.environment;
  return (named === undefined ? undefined : environmentNamed(workspace, named)) ?? environmentsOf(workspace)[0];
}

function resourceHere(state: AppState): string {
  const { screens, project } = state;
  const own = screens.matrix.resource ?? project.request?.checks[0]?.resource;
  if (own !== undefined && own !== '*') return own;
  const environment = environmentHere(state);
  return environment?.accounts.flatMap(({ resources }) => resources)[0]?.arn ?? '*';
}

/** Undefined where nothing can be asked yet. */
export function askedHere(state: AppState): Asked | undefined {
  const { catalog, request } = state.project;
  const environment = environmentHere(state);
  if (!environment || !catalog) return undefined;
  const { actions: typed, base } = state.screens.matrix;
  const resource = resourceHere(state);
  const current = request?.checks[0]?.action;
  const actions =
    typed === undefined
      ? fittingActions(environment, catalog, { resource, current })
      : namedActions(typed, catalog, resource);
  return { environment, resource, actions, base };
}

/** What was typed, patterns as the actions that work on the resource. */
function namedActions(typed: string, catalog: Catalog, resource: string): readonly string[] {
  const found = typed
    .split(/[\s,]+/)
    .filter((one) => one !== '')
    .flatMap((one) => {
      if (!/[*?]/.test(one)) return [catalog.action(one)?.id ?? one];
      return catalog.expandAction(one).flatMap(({ id }) => (worksOn(catalog, id, resource) ? [id] : []));
    });
  return [...new Set(found)].slice(0, MOST_ACTIONS);
}

function worksOn(catalog: Catalog, action: string, resource: string): boolean {
  return resource === '*' ? catalog.isResourceless(action) : catalog.resourceTypesMatching(action, resource).length > 0;
}

/** Those that policies name, and of each access level the best known of the resource's service. */
function fittingActions(
  environment: Environment,
  catalog: Catalog,
  { resource, current }: { readonly resource: string; readonly current: string | undefined },
): readonly string[] {
  const written = environment.policies
    .flatMap(({ document }) => document.statements)
    .flatMap(({ action }) => action?.values ?? [])
    .flatMap(({ value }) => (/[*?]/.test(value) ? [] : (catalog.action(value)?.id ?? [])));
  const named = [...new Set([...(current === undefined ? [] : [current]), ...written])]
    .filter((action) => worksOn(catalog, action, resource))
    .slice(0, MOST_BY_ITSELF);
  const prefix = parseArn(resource)?.service ?? current?.split(':')[0] ?? '';
  const ofService = (catalog.service(prefix)?.actions ?? []).filter(({ id }) => worksOn(catalog, id, resource));
  // The shortest names are those that everybody knows: `PutObject`, not `PutObjectVersionTagging`.
  const byLength = ofService.toSorted((one, other) => other.id.length - one.id.length);
  const firsts = new Map(byLength.map((action): [string, ServiceAction] => [action.level, action]));
  const known = new Set(named.map((action) => catalog.action(action)?.level));
  const more = [...firsts].flatMap(([level, { id }]) => (known.has(level as ServiceAction['level']) ? [] : [id]));
  const levelOf = (action: string) => LEVELS.indexOf(catalog.action(action)?.level ?? '');
  return [...named, ...more].toSorted((one, other) => levelOf(one) - levelOf(other) || (one < other ? -1 : 1));
}

const LEVELS: readonly string[] = ['Read', 'List', 'Write', 'Tagging', 'Permissions management'];

/** Everything that has an ARN, and what lies below buckets. */
export function resourceChoices(state: AppState, text: string): readonly Choosable[] {
  const environment = environmentHere(state);
  if (!environment) return [];
  const below = (arn: string) => (/^arn:[^:]*:s3:::[^/]+$/.test(arn) ? [arn, `${arn}/example`] : [arn]);
  const all = [...describedResources(environment).flatMap(below), '*'];
  return all.filter((arn) => passesFilter(text, arn)).map((arn) => ({ text: arn }));
}

/** Of the word that is being typed; the words before it stay. */
export function actionChoices(state: AppState, text: string): readonly Choosable[] {
  const { catalog } = state.project;
  if (!catalog) return [];
  const [, before = '', word = ''] = /^(.*?)(\S*)$/s.exec(text) ?? [];
  const colon = word.indexOf(':');
  if (colon === -1) {
    return catalog
      .serviceNames()
      .filter((prefix) => prefix.startsWith(word.toLowerCase()))
      .map((prefix) => ({ text: `${before}${prefix}:` }));
  }
  const resource = resourceHere(state);
  const actions = catalog.service(word.slice(0, colon))?.actions ?? [];
  return actions
    .filter(({ id }) => id.toLowerCase().startsWith(word.toLowerCase()))
    .map(({ id, level }) => ({
      text: `${before}${id}`,
      note: `${level}${worksOn(catalog, id, resource) ? '' : ', not on this resource'}`,
    }));
}
