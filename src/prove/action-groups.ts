/** Actions in groups of which every statement says the same: one of each group stands for all. */
import type { Catalog, ServiceAction } from '../catalog/index.ts';
import { compilePolicy } from '../compile/index.ts';
import { matchesPattern, type PoliciesInPlay, patternOf, policiesIn, type Statement } from '../language/index.ts';
import { departureOf } from '../language/services/index.ts';
import { unknownActions } from './unknown-actions.ts';

export interface ActionGroup {
  /** In the catalog's order; the first stands for all. */
  readonly actions: readonly ServiceAction[];
  /** The catalog does not know its action, which stands for those that AWS may add. */
  readonly isUnknown?: boolean;
}

export interface GroupedActions {
  readonly groups: readonly ActionGroup[];
  /** Why these are not all. */
  readonly lacking?: string;
}

export interface Grouping {
  readonly catalog: Catalog;
  /** Action patterns; all actions without it. */
  readonly within?: readonly string[] | undefined;
  readonly without?: readonly string[] | undefined;
  /** With actions that the catalog does not know. */
  readonly unknownToo?: boolean;
}

export function actionGroups(
  stacks: readonly PoliciesInPlay[],
  { catalog, within = ['*'], without = [], unknownToo = false }: Grouping,
): GroupedActions {
  const compiled = new Set(stacks.flatMap(policiesIn).flatMap((policy) => compilePolicy(policy).statements));
  const statements = [...compiled].map(({ statement }) => statement);
  const about = new Set(statements.flatMap(servicesIn));
  // Whether RCPs reach a service, and what a service with a wildcard is, differs from service to service.
  const each = stacks.some(({ rcps }) => rcps !== undefined) || [...about].some((service) => /[*?]/.test(service));
  const marks = marksOf(statements, catalog);
  const groups = new Map<string, ServiceAction[]>();
  const add = (key: string, actions: readonly ServiceAction[]) => {
    const group = groups.get(key);
    if (group) group.push(...actions);
    else groups.set(key, [...actions]);
  };
  for (const { service, actions, takesSome, takesNone } of servicesOf(catalog, within, without)) {
    if (!each && !about.has(service) && !OWN_RULES.has(service)) {
      add('some', takesSome);
      add('none', takesNone);
      continue;
    }
    for (const { action, takes } of actions) {
      add([service, marks.get(action.id) ?? '', takes, ruleOf(action)].join('|'), [action]);
    }
  }
  const known = [...groups.values()].filter((actions) => actions.length > 0).map((actions) => ({ actions }));
  if (!unknownToo) return { groups: known };
  const unknown = unknownActions(statements, catalog, (service, mark) => groups.has([service, mark, '', ''].join('|')));
  if (!unknown) return { groups: known, lacking: 'the patterns of actions tell apart more than is searched' };
  const [isWithin, isWithout] = [isIn(within), isIn(without)];
  const more = unknown.filter(({ action: { id } }) => isWithin(id) && !isWithout(id));
  return { groups: [...known, ...more.map(({ action }) => ({ actions: [action], isUnknown: true }))] };
}

function isIn(patterns: readonly string[]): (id: string) => boolean {
  const all = patterns.map((pattern) => patternOf(pattern.toLowerCase()));
  return (id) => all.some((pattern) => matchesPattern(pattern, id.toLowerCase()));
}

/** By action: the statements that name it, but for the bare star, which names all. */
function marksOf(statements: readonly Statement[], catalog: Catalog): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const [index, { action }] of statements.entries()) {
    const patterns = action.values.flatMap(({ value }) => (value === '*' ? [] : value));
    for (const { id } of new Set(patterns.flatMap((pattern) => catalog.expandAction(pattern)))) {
      marks.set(id, `${marks.get(id) ?? ''} ${index}`);
    }
  }
  return marks;
}

/** The services of a statement's actions and resources. */
function servicesIn({ action, resource }: Statement): readonly string[] {
  return [
    ...action.values.map(({ value }) => value.slice(0, Math.max(0, value.indexOf(':'))).toLowerCase()),
    ...(resource?.values.flatMap(({ value }) => (value === '*' ? [] : (value.split(':')[2] ?? '*'))) ?? []),
  ];
}

/** Services to whose calls rules apply that are in no policy. */
const OWN_RULES: ReadonlySet<string> = new Set(['sts', 'iam', 's3', 'kms']);

/** The action where a rule is about it by name. */
function ruleOf({ service, name }: ServiceAction): string {
  const lower = name.toLowerCase();
  const { trustActions, callerSideOnly, rcpExempt, ownerRootActions, alwaysAllowed } = departureOf(service);
  const lists = [trustActions, callerSideOnly, rcpExempt, ownerRootActions];
  const isNamed = lists.some((list) => list?.includes(lower)) || alwaysAllowed?.has(lower) === true;
  // F50: IAM's own rules are not about passing a role.
  return isNamed || service === 'sts' || (service === 'iam' && lower === 'passrole') ? lower : '';
}

interface ServiceActions {
  readonly service: string;
  readonly actions: readonly { readonly action: ServiceAction; readonly takes: string }[];
  readonly takesSome: readonly ServiceAction[];
  readonly takesNone: readonly ServiceAction[];
}

const KNOWN = new WeakMap<Catalog, Map<string, readonly ServiceActions[]>>();

/** Kept with the catalog: questions are mostly about all actions. */
function servicesOf(
  catalog: Catalog,
  within: readonly string[],
  without: readonly string[],
): readonly ServiceActions[] {
  const known = KNOWN.get(catalog) ?? new Map<string, readonly ServiceActions[]>();
  KNOWN.set(catalog, known);
  const name = [within.join(), without.join()].join(' ');
  let found = known.get(name);
  if (!found) {
    const expanded = (patterns: readonly string[]) => patterns.flatMap((pattern) => catalog.expandAction(pattern));
    const left = new Set(expanded(without));
    found = gather(new Set(expanded(within).filter((action) => !left.has(action))));
    if (known.size > 100) known.clear();
    known.set(name, found);
  }
  return found;
}

function gather(actions: Iterable<ServiceAction>): readonly ServiceActions[] {
  const services = new Map<string, ServiceAction[]>();
  for (const action of actions) {
    const list = services.get(action.service);
    if (list) list.push(action);
    else services.set(action.service, [action]);
  }
  return [...services].map(([service, list]) => ({
    service,
    actions: list.map((action) => ({ action, takes: action.resources.map(({ type }) => type.name).join() })),
    takesSome: list.filter(({ resources }) => resources.length > 0),
    takesNone: list.filter(({ resources }) => resources.length === 0),
  }));
}
