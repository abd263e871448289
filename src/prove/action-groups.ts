/** Actions in groups of which every statement says the same: one of each group stands for all. */
import type { Catalog, ServiceAction } from '../catalog/index.ts';
import { compilePolicy } from '../compile/index.ts';
import { matchesPattern, type PoliciesInPlay, patternOf, policiesIn, type Statement } from '../language/index.ts';
import { departureOf } from '../language/services/index.ts';
import { unknownActions } from './unknown-actions.ts';

export interface ActionGroup {
  /** Stands for all. */
  readonly first: ServiceAction;
  /** All of them, in the catalog's order: there may be many thousands. */
  readonly actions: () => readonly ServiceAction[];
  /** The catalog does not know its action, which stands for those that AWS may add. */
  readonly isUnknown?: boolean;
}

export interface GroupedActions {
  /** Of the catalog, in its order. */
  readonly known: readonly ActionGroup[];
  /** Of actions that the catalog does not know, or why they cannot be told. They take longer to find. */
  readonly unknown: () => readonly ActionGroup[] | { readonly why: string };
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
  const marked = new Set([...marks.keys()].map(serviceOf));
  const groups = new Map<string, (readonly ServiceAction[])[]>();
  const add = (key: string, actions: readonly ServiceAction[]) => {
    const group = groups.get(key);
    if (group) group.push(actions);
    else groups.set(key, [actions]);
  };
  const services = servicesOf(catalog, within, without);
  const isApart = ({ service }: ServiceActions) => each || about.has(service) || OWN_RULES.has(service);
  for (const { service, kinds } of services.filter(isApart)) {
    for (const { kind, actions } of kinds) {
      if (!marked.has(service)) add(keyOf(service, '', kind), actions);
      else for (const action of actions) add(keyOf(service, marks.get(action.id) ?? '', kind), [action]);
    }
  }
  const known = [...groups.values()].flatMap((lists) => groupOf(lists[0]?.[0], () => lists.flat()));
  const others = services.filter((one) => !isApart(one));
  for (const name of ['takesSome', 'takesNone'] as const) {
    const first = others.find((one) => one[name].length > 0)?.[name][0];
    known.push(...groupOf(first, () => others.flatMap((one) => one[name])));
  }
  known.sort((a, b) => orderOf(a.first, catalog) - orderOf(b.first, catalog));
  const unknown: GroupedActions['unknown'] = () => {
    if (!unknownToo) return [];
    const found = unknownActions(statements, catalog, (service, mark) =>
      groups.has(keyOf(service, mark, kindOf([], ''))),
    );
    if (!found) return { why: 'the patterns of actions tell apart more than is searched' };
    const [isWithin, isWithout] = [isIn(within), isIn(without)];
    const asked = found.filter(({ action: { id } }) => isWithin(id) && !isWithout(id));
    return asked.map(({ action }) => ({ first: action, actions: () => [action], isUnknown: true }));
  };
  return { known, unknown };
}

const ORDERS = new WeakMap<Catalog, ReadonlyMap<ServiceAction, number>>();

/** Position in the catalog. */
function orderOf(action: ServiceAction, catalog: Catalog): number {
  let order = ORDERS.get(catalog);
  if (!order) {
    order = new Map(catalog.expandAction('*').map((one, index) => [one, index]));
    ORDERS.set(catalog, order);
  }
  return order.get(action) ?? order.size;
}

function groupOf(first: ServiceAction | undefined, actions: ActionGroup['actions']): readonly ActionGroup[] {
  return first ? [{ first, actions }] : [];
}

function keyOf(service: string, mark: string, kind: string): string {
  return `${service}|${mark}|${kind}`;
}

function serviceOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
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
  /** Of one kind are actions that take the same resources and of which the same rules speak. */
  readonly kinds: readonly { readonly kind: string; readonly actions: readonly ServiceAction[] }[];
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
    kinds: kindsOf(list),
    takesSome: list.filter(({ resources }) => resources.length > 0),
    takesNone: list.filter(({ resources }) => resources.length === 0),
  }));
}

function kindsOf(actions: readonly ServiceAction[]): ServiceActions['kinds'] {
  const kinds = new Map<string, ServiceAction[]>();
  for (const action of actions) {
    const kind = kindOf(
      action.resources.map(({ type }) => type.name),
      ruleOf(action),
    );
    kinds.set(kind, [...(kinds.get(kind) ?? []), action]);
  }
  return [...kinds].map(([kind, list]) => ({ kind, actions: list }));
}

function kindOf(takes: readonly string[], rule: string): string {
  return `${takes.join()}|${rule}`;
}
