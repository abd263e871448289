/** One question to the prover for each way in which a caller, a zone and a group of actions differ. */
import type { ServiceAction } from '../../catalog/index.ts';
import { evaluate } from '../../evaluate/index.ts';
import type {
  ConditionEntry,
  EvaluationResult,
  PoliciesInPlay,
  Policy,
  Request,
  RequestContext,
} from '../../language/index.ts';
import { type Asked, findRequest, type ProofResult } from '../../prove/index.ts';
import type { Asker } from '../asker.ts';
import { routesOf } from './routes.ts';
import { type Side, sideOf, type World } from './side.ts';
import type { Zone } from './zones.ts';

/** A request of which a claim does not hold, as the evaluator decided it. */
export interface Witness {
  readonly asker: Asker;
  /** Complete: what is not in its context is absent. */
  readonly request: Request;
  readonly policies: PoliciesInPlay;
  readonly result: EvaluationResult;
  /** The actions of which the same holds. */
  readonly actions: readonly string[];
  /** Context keys that nothing settles, so that the caller may have them so. */
  readonly chosen: RequestContext;
}

export type Answer =
  | { readonly kind: 'proved' }
  | { readonly kind: 'witness'; readonly witness: Witness }
  | { readonly kind: 'unknown'; readonly why: string };

/** What is looked for. */
export interface Looking {
  /** `denied`: what any policies could allow and these do not. */
  readonly for: 'allowed' | 'denied';
  /** Only requests of which this condition does not hold. */
  readonly unless?: readonly ConditionEntry[];
  /** Only what is not allowed here. */
  readonly baseline?: (asker: Asker, zone: Zone, action: ServiceAction) => BaselineSide;
}

/** `new`: the caller is not there, or nothing is; `other`: other keys follow, so that requests cannot be compared. */
export type BaselineSide = Side | 'new' | { readonly other: string };

interface Group {
  readonly side: Side;
  readonly baseline: BaselineSide | undefined;
  readonly zone: Zone;
  readonly within: Asked['within'];
  readonly actions: ServiceAction[];
  /** By any of the actions. */
  readonly read: Set<string>;
}

/** Lazily, zone by zone; nothing at all where the actions have nothing to do with the zones. */
export function* answersFor(
  world: World,
  asker: Asker,
  { zones, actions, looking }: { zones: readonly Zone[]; actions: readonly ServiceAction[]; looking: Looking },
): Generator<Answer> {
  const isDescribed = asker.kind === 'user' || asker.kind === 'role' || asker.kind === 'root';
  for (const zone of zones) {
    // On what nobody describes only its own account's policies speak.
    if (zone.kind !== 'described' && !isDescribed) continue;
    for (const group of groupsOf(world, asker, zone, actions, looking)) yield* answersOf(world, asker, group, looking);
  }
}

/** Actions of which the same policies are in play and the same keys settled. */
function groupsOf(
  world: World,
  asker: Asker,
  zone: Zone,
  actions: readonly ServiceAction[],
  { baseline }: Looking,
): Iterable<Group> {
  const groups = new Map<string, Group>();
  const ids = new Map<Policy, number>();
  for (const action of actions) {
    const side = sideOf(world, asker, zone, action);
    if (!side) continue;
    const before = baseline?.(asker, zone, action);
    const within = zone.within(action);
    const sides = before === undefined || before === 'new' || 'other' in before ? [side] : [side, before];
    const key = JSON.stringify([
      sides.map((one) => nameOf(one, ids)),
      within,
      before === 'new' || (before && 'other' in before),
    ]);
    const group = groups.get(key);
    if (group) {
      group.actions.push(action);
      for (const one of side.read) group.read.add(one);
    } else groups.set(key, { read: new Set(side.read), side, baseline: before, zone, within, actions: [action] });
  }
  return groups.values();
}

/** The keys of one action are no news for another. */
function nameOf({ policies, context, resourceAccount }: Side, ids: Map<Policy, number>): unknown {
  const idOf = (policy: Policy) => {
    const id = ids.get(policy) ?? ids.size;
    ids.set(policy, id);
    return id;
  };
  const { resource, trust, rcps, scps, vpce } = policies;
  const nodes = [...(rcps ?? []), ...(scps ?? [])].map((node) => node.policies.map(idOf));
  const entries = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  return [resource && idOf(resource), trust && idOf(trust), nodes, vpce?.map(idOf), entries, resourceAccount];
}

function* answersOf(world: World, asker: Asker, group: Group, looking: Looking): Generator<Answer> {
  const { side, baseline, read } = group;
  if (typeof baseline === 'object' && 'other' in baseline) {
    yield { kind: 'unknown', why: baseline.other };
    return;
  }
  // What only the baseline's policies read is settled as well.
  const context = typeof baseline === 'object' ? { ...baseline.context, ...side.context } : side.context;
  const booleans = [...read].filter((key) => !(key in context) && world.catalog.conditionKey(key)?.type === 'Bool');
  for (const route of routesOf(world, asker, { ...side, context, read })) {
    const guards = [...route.guards, ...(looking.unless ? [looking.unless] : [])];
    const asking = { world, asker, group, looking, policies: route.policies, guards, settled: route.context };
    yield* askWith(asking, route.context, booleans);
  }
}

interface Asking {
  readonly world: World;
  readonly asker: Asker;
  readonly group: Group;
  readonly looking: Looking;
  readonly policies: PoliciesInPlay;
  readonly guards: readonly (readonly ConditionEntry[])[];
  /** What the environment, the way and the claim say of the request. */
  readonly settled: RequestContext;
}

/** Keys that say true or false are tried one by one only where any text in their place would lead astray. */
function* askWith(asking: Asking, context: RequestContext, booleans: readonly string[]): Generator<Answer> {
  const result = find(asking, context);
  const [key, ...rest] = booleans;
  if (
    result.kind === 'proved' ||
    key === undefined ||
    (result.kind === 'counterexample' && !isAstray(result, booleans))
  ) {
    yield answerOf(result, asking);
    return;
  }
  for (const value of [[], 'true', 'false']) yield* askWith(asking, { ...context, [key]: value }, rest);
}

function isAstray({ request }: { readonly request: Request }, booleans: readonly string[]): boolean {
  return Object.entries(request.context).some(
    ([key, value]) => booleans.includes(key.toLowerCase()) && value !== 'true' && value !== 'false' && value.length > 0,
  );
}

function find({ world, asker, group, looking, policies, guards }: Asking, context: RequestContext): ProofResult {
  const { resourceAccount, resourceAccountIsManagement } = group.side;
  const notAllowedBy = looking.for === 'denied' ? policies : baselinePolicies(asker, group);
  return findRequest({
    allowedBy: guarded(looking.for === 'denied' ? WHATEVER : policies, guards),
    ...(notAllowedBy ? { notAllowedBy } : {}),
    asked: {
      principal: asker.caller.principal,
      ...(resourceAccount === undefined ? {} : { resourceAccount }),
      ...(resourceAccountIsManagement ? { resourceAccountIsManagement } : {}),
      actions: group.actions.map(({ id }) => id),
      ...(group.within && group.within.length > 0 ? { within: group.within } : {}),
      context,
    },
    catalog: world.catalog,
    settings: world.settings,
  });
}

/** Calls that need no permission are no news; a new root user is. */
function baselinePolicies({ kind }: Asker, { baseline }: Group): PoliciesInPlay | undefined {
  if (baseline === 'new') return kind === 'root' ? undefined : { identity: [] };
  return typeof baseline === 'object' && 'policies' in baseline ? baseline.policies : undefined;
}

function answerOf(result: ProofResult, { asker, policies, settled, world }: Asking): Answer {
  if (result.kind !== 'counterexample') return result;
  const present = Object.entries(result.request.context).filter(
    ([, value]) => typeof value === 'string' || value.length > 0,
  );
  const request = { ...result.request, context: Object.fromEntries(present) };
  const chosen = Object.fromEntries(present.filter(([key]) => !(key in settled)));
  const { actions } = result;
  const decided = evaluate(policies, request, world.settings);
  return { kind: 'witness', witness: { asker, request, policies, result: decided, actions, chosen } };
}

const ALL = { not: false, values: [{ value: '*' }] };
const EVERYBODY = { not: false, entries: [{ kind: 'AWS', value: '*' }] } as const;

/** A Deny in any layer in play wins, so one more layer leaves out what its statements match. */
function guarded(policies: PoliciesInPlay, conditions: readonly (readonly ConditionEntry[])[]): PoliciesInPlay {
  if (conditions.length === 0) return policies;
  const anything = { effect: 'Allow', action: ALL, resource: ALL, conditions: [] } as const;
  const statements = [
    // An endpoint policy goes on limiting.
    ...(policies.vpce ? [] : [anything]),
    ...conditions.map((one) => ({ effect: 'Deny', action: ALL, resource: ALL, conditions: one }) as const),
  ].map((one, index) => ({ index, ...one }));
  const guard: Policy = { name: 'what is asked', type: 'vpce', document: { version: '2012-10-17', statements } };
  return { ...policies, vpce: [...(policies.vpce ?? []), guard] };
}

function everything(type: Policy['type']): Policy {
  const principal = type === 'identity' ? {} : { principal: EVERYBODY };
  const statements = [{ index: 0, effect: 'Allow', action: ALL, resource: ALL, conditions: [], ...principal } as const];
  return { name: 'whatever policies can allow', type, document: { version: '2012-10-17', statements } };
}

/** What no policy limits; what is refused even here, no policy can allow. */
const WHATEVER: PoliciesInPlay = {
  identity: [everything('identity')],
  resource: everything('resource'),
  trust: everything('trust'),
};
