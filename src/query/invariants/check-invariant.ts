/** Does a claim hold of every request of an environment? Proved, or refuted by a request, or not found out. */
import type { Catalog, ServiceAction } from '../../catalog/index.ts';
import { callersOf, type Environment, findTarget } from '../../environment/index.ts';
import type { Settings } from '../../language/index.ts';
import type { Claim, Invariant, InvariantFile } from '../../scenario/index.ts';
import { type Asker, askerOfCaller } from '../asker.ts';
import { type Answer, answersFor, type BaselineSide, type Looking, type Witness } from './ask.ts';
import { claimantsOf } from './claimants.ts';
import { type Side, sideOf, type World } from './side.ts';
import { type Zone, zonesOf } from './zones.ts';

export interface InvariantResult {
  readonly invariant: Invariant;
  readonly status: 'holds' | 'violated' | 'undecided';
  /** Of whom it was asked. */
  readonly askers: readonly Asker[];
  /** The requests of one principal of which it does not hold: one, or two that are not to be had together. */
  readonly witnesses: readonly Witness[];
  /** Of whom else it does not hold. */
  readonly others: readonly Asker[];
  /** Why it is undecided, a sentence each. */
  readonly why: readonly string[];
}

export function checkInvariants(file: InvariantFile, settings: Settings): readonly InvariantResult[] {
  return file.invariants.map((invariant) => checkInvariant(file, invariant, settings));
}

function checkInvariant(
  { environment, catalog }: InvariantFile,
  invariant: Invariant,
  settings: Settings,
): InvariantResult {
  const { claim } = invariant;
  const world: World = { environment, catalog, settings, given: claim.given, alsoRead: keysOf(claim) };
  const environments = claim.kind === 'no-new-access' ? [environment, claim.baseline] : [environment];
  const zones = zonesOf(environments, catalog, claim.resources);
  const askers = claimantsOf(environment, claim);
  const why = new Set<string>();
  const refuted: { readonly asker: Asker; readonly witnesses: readonly Witness[] }[] = [];
  const asked: Asker[] = [];
  for (const asker of askers) {
    const duties = dutiesOf(claim, catalog).map((actions) => {
      const own = claim.kind === 'no-cross-account' ? foreignZones(world, asker, zones, actions) : zones;
      return firstOf(answersFor(world, asker, { zones: own, actions, looking: lookingFor(claim, world) }));
    });
    if (duties.every(({ questions }) => questions === 0)) continue;
    asked.push(asker);
    const witnesses = duties.flatMap(({ witness }) => witness ?? []);
    const isImpossible = duties.some(({ witness, doubts }) => !witness && doubts.length === 0);
    if (witnesses.length === duties.length) refuted.push({ asker, witnesses });
    else if (!isImpossible)
      for (const doubt of duties.flatMap(({ doubts }) => doubts)) why.add(`${asker.name}: ${doubt}`);
  }
  if (askers.length === 0) why.add('nobody in the environment is meant by it');
  else if (asked.length === 0) why.add('none of its actions works on any of its resources');
  const [first, ...others] = refuted;
  return {
    invariant,
    status: first ? 'violated' : why.size > 0 ? 'undecided' : 'holds',
    askers: asked,
    witnesses: first?.witnesses ?? [],
    others: others.map(({ asker }) => asker),
    why: [...why],
  };
}

function keysOf(claim: Claim): readonly string[] {
  if (claim.kind !== 'only-when') return [];
  return claim.condition.flatMap(({ key, values }) => [
    key.toLowerCase(),
    ...values.flatMap(({ value }) =>
      [...value.matchAll(/\$\{([^},]+)/g)].map(([, name = '']) => name.trim().toLowerCase()),
    ),
  ]);
}

/** Lists of actions of which nobody may have one each; a single list for most claims. */
function dutiesOf(claim: Claim, catalog: Catalog): readonly (readonly ServiceAction[])[] {
  const lists = claim.kind === 'separation-of-duty' ? [claim.actions, claim.other] : [claim.actions];
  return lists.map((patterns) => [...new Set(patterns.flatMap((pattern) => catalog.expandAction(pattern)))]);
}

function firstOf(answers: Iterable<Answer>): { witness?: Witness; doubts: readonly string[]; questions: number } {
  const doubts: string[] = [];
  let questions = 0;
  for (const answer of answers) {
    questions += 1;
    if (answer.kind === 'witness') return { witness: answer.witness, doubts, questions };
    if (answer.kind === 'unknown') doubts.push(answer.why);
  }
  return { doubts, questions };
}

function lookingFor(claim: Claim, world: World): Looking {
  switch (claim.kind) {
    case 'always-allowed':
      return { for: 'denied' };
    case 'only-when':
      return { for: 'allowed', unless: claim.condition };
    case 'no-new-access':
      return { for: 'allowed', baseline: baselineOf(world, claim.baseline) };
    default:
      return { for: 'allowed' };
  }
}

/** Described resources of other accounts than the caller's. */
function foreignZones(
  { environment, catalog }: World,
  { caller, account }: Asker,
  zones: readonly Zone[],
  actions: readonly ServiceAction[],
): readonly Zone[] {
  return zones.filter((zone) => {
    if (zone.kind !== 'described') return false;
    const action = actions.find((one) => zone.sample(one) !== undefined);
    const resource = action && zone.sample(action);
    if (!action || resource === undefined) return false;
    return findTarget(environment, caller, { action: action.id, resource, catalog }).owner !== account;
  });
}

/** The same caller and the same resources in another environment. */
function baselineOf(world: World, baseline: Environment): NonNullable<Looking['baseline']> {
  const before = new Map(callersOf(baseline).map((caller) => [caller.principal.arn, askerOfCaller(caller, baseline)]));
  return (asker, zone, action): BaselineSide => {
    const isDescribed = asker.kind === 'user' || asker.kind === 'role' || asker.kind === 'root';
    const isNewAccount = isDescribed && baseline.accounts.every(({ id }) => id !== asker.account);
    if (isNewAccount) return 'new';
    const twin = (isDescribed && before.get(asker.caller.principal.arn)) || withoutPolicies(asker, isDescribed);
    const now = sideOf(world, asker, zone, action);
    const then = sideOf({ ...world, environment: baseline }, twin, zone, action);
    if (!now || !then) return 'new';
    const difference = differenceOf(now.context, then.context);
    const isSame = placesOf(now, asker) === placesOf(then, twin);
    if (difference === undefined && isSame) return then;
    const what = difference === undefined ? 'whose the caller and the resource are' : `\`${difference}\``;
    return { other: `${what} is not the same in the baseline, so that requests cannot be compared` };
  };
}

/** What everybody may, a new principal may as well: that is no news. */
function withoutPolicies(asker: Asker, isDescribed: boolean): Asker {
  return isDescribed ? { ...asker, caller: { ...asker.caller, identity: [] } } : asker;
}

function placesOf({ resourceAccount, resourceAccountIsManagement }: Side, { caller }: Asker): string {
  return JSON.stringify([resourceAccount, resourceAccountIsManagement, caller.principal]);
}

type Context = Readonly<Record<string, string | readonly string[]>>;

/** The first key that one has otherwise; a key that only one side's policies read is absent on the other as well. */
function differenceOf(now: Context, then: Context): string | undefined {
  const textOf = (value: Context[string] | undefined) => JSON.stringify(value ?? []);
  return Object.keys({ ...now, ...then }).find((key) => textOf(now[key]) !== textOf(then[key]));
}
