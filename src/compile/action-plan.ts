/** The statements of a policy that speak of one action, found by resource: deciding stays flat in the number of statements. */
import { type Effect, matchesPattern, type Truth } from '../language/index.ts';
import type { ActionName } from './action-name.ts';
import type { CompiledAction, CompiledPolicy, CompiledResource, CompiledStatement } from './compiled-policy.ts';
import { openCondition } from './open-value.ts';
import { type PrefixIndex, prefixIndex, valuesStarting } from './prefix-index.ts';

/** A statement to try on a resource that led to it. */
export interface Candidate {
  readonly statement: CompiledStatement;
  /** What is left to compare: one value, the whole element, or nothing, where the resource's beginning is all it takes, or none. */
  readonly resource: CompiledResource | 'element' | 'matches';
}

/** Candidates by the literal text that their resource pattern starts with. */
export interface ResourceIndex {
  /** To try for every resource. */
  readonly always: readonly Candidate[];
  readonly byPrefix: PrefixIndex<Candidate>;
}

export interface ActionPlan extends Readonly<Record<Effect, ResourceIndex>> {
  /** All statements that reach the action, in their order. */
  readonly reached: readonly CompiledStatement[];
  /** Those of them that read context keys. */
  readonly readers: readonly CompiledStatement[];
}

/** Plans kept per policy; requests for very many actions start over rather than grow without bound. */
const MOST_PLANS = 2048;

export function planFor(policy: CompiledPolicy, action: ActionName): ActionPlan {
  const { plans } = policy;
  let plan = plans.get(action.id);
  if (!plan) {
    if (plans.size >= MOST_PLANS) plans.clear();
    plan = makePlan(policy, action);
    plans.set(action.id, plan);
  }
  return plan;
}

const NOTHING: ResourceIndex = { always: [], byPrefix: prefixIndex([]) };
/** Of policies that have nothing to say of the action: there are many. */
const SILENT: ActionPlan = { Allow: NOTHING, Deny: NOTHING, reached: [], readers: [] };

function makePlan(policy: CompiledPolicy, action: ActionName): ActionPlan {
  const reached = policy.statements.flatMap((statement) => reachedForm(statement, action));
  if (reached.length === 0) return SILENT;
  const readers = reached.filter(({ readsKeys }) => readsKeys);
  return { Allow: indexOf(reached, 'Allow'), Deny: indexOf(reached, 'Deny'), reached, readers };
}

const NOT_REACHED: readonly CompiledStatement[] = [];

/** The statement, where it reaches the action; one that may or may not applies only if it does. */
function reachedForm(statement: CompiledStatement, action: ActionName): readonly CompiledStatement[] {
  const reaches = reachesAction(statement, action);
  if (reaches === 'no') return NOT_REACHED;
  if (reaches === 'yes') return [statement];
  const names = [...new Set(statement.actions.flatMap(({ open }) => open?.names ?? []))];
  const conditions = [...statement.conditions, openCondition(names)];
  return [{ ...statement, conditions, isPlain: false, readsKeys: true }];
}

/** B1 to B4; an empty Action matches nothing (A12), an empty NotAction excepts nothing. */
export function reachesAction(statement: CompiledStatement, action: ActionName): Truth {
  const { not } = statement.statement.action;
  const actions = actionsAbout(statement, action.service);
  if (actions.some((candidate) => matchesAction(candidate, action))) return not ? 'no' : 'yes';
  if (actions.some((candidate) => mayMatchAction(candidate, action))) return 'unknown';
  return not ? 'yes' : 'no';
}

const MOST_LISTED = 16;
const ABOUT = new WeakMap<CompiledStatement, Map<string | undefined, CompiledAction[]>>();

/** Those that can match actions of the service: some statements list thousands. */
function actionsAbout(statement: CompiledStatement, service: string): readonly CompiledAction[] {
  if (statement.actions.length <= MOST_LISTED) return statement.actions;
  let lists = ABOUT.get(statement);
  if (!lists) {
    lists = new Map([[undefined, []]]);
    for (const one of statement.actions) {
      const about = one.open ? undefined : one.service;
      const list = lists.get(about);
      if (list) list.push(one);
      else lists.set(about, [one]);
    }
    const everywhere = lists.get(undefined) ?? [];
    for (const [about, list] of lists) if (about !== undefined) list.push(...everywhere);
    ABOUT.set(statement, lists);
  }
  return lists.get(service) ?? lists.get(undefined) ?? [];
}

/** A part of the pattern is known only at deploy time, and it could come out so that it matches. */
export function mayMatchAction({ open }: CompiledAction, action: ActionName): boolean {
  return open !== undefined && matchesPattern(open.widest, action.id);
}

export function matchesAction(candidate: CompiledAction, action: ActionName): boolean {
  if (!candidate.valid) return false;
  if (candidate.service === undefined || candidate.name === undefined) return true;
  return candidate.service === action.service && matchesPattern(candidate.name, action.name);
}

/** All statements to try for a resource. */
export function candidatesFor({ always, byPrefix }: ResourceIndex, resource: string): readonly Candidate[] {
  return [...always, ...valuesStarting(byPrefix, resource)];
}

function indexOf(statements: readonly CompiledStatement[], effect: Effect): ResourceIndex {
  const always: Candidate[] = [];
  const prefixed: [string, Candidate][] = [];
  for (const statement of statements) {
    if (statement.statement.effect !== effect) continue;
    if (!statement.statement.resource || statement.statement.resource.not) {
      always.push({ statement, resource: 'element' });
      continue;
    }
    for (const resource of statement.resources) {
      if (resource.everything) always.push({ statement, resource: 'matches' });
      else if (resource.literalPrefix === '') always.push({ statement, resource });
      else
        prefixed.push([resource.literalPrefix, { statement, resource: takesAnyEnd(resource) ? 'matches' : resource }]);
    }
  }
  return { always, byPrefix: prefixed.length === 0 ? NOTHING.byPrefix : prefixIndex(prefixed) };
}

/** All but a `*` at the end stands in the literal prefix. */
function takesAnyEnd({ plain, literalPrefix }: CompiledResource): boolean {
  return (
    plain?.tail.beginning !== undefined && literalPrefix.length === plain.head.length + plain.tail.beginning.length
  );
}
