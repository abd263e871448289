/** Does a claim hold of every request of an environment? Proved, or refuted by a request, or not found out. */
import type { Catalog, ServiceAction } from '../../catalog/index.ts';
import type { Settings } from '../../language/index.ts';
import { findRequest } from '../../prove/index.ts';
import type { Claim, Invariant, InvariantFile } from '../../scenario/index.ts';
import type { Asker } from '../asker.ts';
import { type Looking, questionsAbout, questionsOf, type Scene, type Witness } from '../requests/questions.ts';
import { sideFinder, type World } from '../requests/sides.ts';
import { twinFinder } from '../requests/twins.ts';
import { zonesOf } from '../requests/zones.ts';
import type { Answer } from './answer.ts';
import { claimantsOf } from './claimants.ts';
import { escalationFinder } from './find-escalation.ts';

export interface InvariantResult {
  readonly invariant: Invariant;
  readonly status: 'holds' | 'violated' | 'undecided';
  /** Of whom it was asked. */
  readonly askers: readonly Asker[];
  /** The requests of one principal of which it does not hold: one, or two that are not to be had together. */
  readonly witnesses: readonly Witness[];
  /** What that principal can come to by them: `run a function with any role`. */
  readonly how?: string;
  /** Of whom else it does not hold. */
  readonly others: readonly Asker[];
  /** Why it is undecided, a sentence each. */
  readonly why: readonly string[];
}

export function checkInvariants(file: InvariantFile, settings: Settings): readonly InvariantResult[] {
  return file.invariants.map((invariant) => checkInvariant(file, invariant, settings));
}

function checkInvariant(file: InvariantFile, invariant: Invariant, settings: Settings): InvariantResult {
  const { claim } = invariant;
  const answerOf = claim.kind === 'no-privilege-escalation' ? escalationFinder : dutyFinder;
  const ask = answerOf(file, claim, settings);
  const askers = claimantsOf(file.environment, claim);
  const answers = askers.map((asker) => ({ asker, ...ask(asker) })).filter(({ isAsked }) => isAsked);
  const why = new Set(answers.flatMap(({ asker, doubts }) => doubts.map((doubt) => `${asker.name}: ${doubt}`)));
  if (askers.length === 0) why.add('nobody in the environment is meant by it');
  else if (answers.length === 0) why.add('none of its actions works on any of its resources');
  const [first, ...others] = answers.filter(({ witnesses }) => witnesses.length > 0);
  return {
    invariant,
    status: first ? 'violated' : why.size > 0 ? 'undecided' : 'holds',
    askers: answers.map(({ asker }) => asker),
    witnesses: first?.witnesses ?? [],
    ...(first?.how === undefined ? {} : { how: first.how }),
    others: others.map(({ asker }) => asker),
    why: [...why],
  };
}

function dutyFinder({ environment, catalog }: InvariantFile, claim: Claim, settings: Settings) {
  const world: World = { environment, catalog, settings, given: claim.given, alsoRead: keysOf(claim) };
  const baseline = claim.kind === 'no-new-access' ? claim.baseline : undefined;
  const worlds = baseline ? [world, { ...world, environment: baseline }] : [world];
  const zones = zonesOf(
    worlds.map((one) => one.environment),
    catalog,
    claim.resources,
  );
  const twinOf = baseline && twinFinder(baseline);
  const find = sideFinder(worlds);
  const lists = dutiesOf(claim, catalog);
  const looking = lookingFor(claim);
  return (asker: Asker): Answer => {
    const pair = [asker, ...(twinOf ? [twinOf(asker)] : [])] as const;
    const duties = lists.map((actions) =>
      firstOf(
        zones.flatMap((zone) => ({ worlds, find, askers: pair, zone, actions, looking })),
        claim,
      ),
    );
    const isAsked = duties.some(({ questions }) => questions > 0);
    const witnesses = duties.flatMap(({ witness }) => witness ?? []);
    if (witnesses.length === duties.length) return { isAsked, witnesses, doubts: [] };
    const isImpossible = duties.some(({ witness, doubts }) => !witness && doubts.length === 0);
    return { isAsked, witnesses: [], doubts: isImpossible ? [] : duties.flatMap(({ doubts }) => doubts) };
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

function firstOf(scenes: readonly Scene[], claim: Claim) {
  const doubts: string[] = [];
  let questions = 0;
  for (const scene of scenes) {
    for (const posed of claim.kind === 'no-cross-account' ? questionsAbroad(scene) : questionsOf(scene)) {
      questions += 1;
      const answer = 'why' in posed ? { kind: 'unknown' as const, why: posed.why } : findRequest(posed.question);
      if (answer.kind === 'unknown') doubts.push(answer.why);
      if (answer.kind === 'counterexample' && !('why' in posed)) {
        return { witness: posed.witnessOf(answer.request, answer.actions), doubts, questions };
      }
    }
  }
  return { doubts, questions };
}

/** Those about described resources of other accounts than the caller's. */
function* questionsAbroad(scene: Scene): ReturnType<typeof questionsOf> {
  const { find, askers, zone, actions } = scene;
  if (zone.kind !== 'described') return;
  for (const group of find(askers, zone, actions)) {
    if (group.sides[0]?.resourceAccount !== askers[0].account) yield* questionsAbout(group, scene);
  }
}

function lookingFor(claim: Claim): Looking {
  switch (claim.kind) {
    case 'always-allowed':
      return { for: 'denied' };
    case 'only-when':
      return { for: 'allowed', unless: claim.condition };
    case 'no-new-access':
      return { for: 'new' };
    default:
      return { for: 'allowed' };
  }
}
