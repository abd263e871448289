/** One action, many callers, many resources: the decisions of `decide` for all pairs, each policy looked at once. */
import {
  allowsWithout,
  decideBoth,
  exemption,
  nodesOf,
  type Outcome,
  type RequestView,
  SITUATION_KEYS,
  situationOf,
  tallyLayer,
} from '../evaluate/index.ts';
import {
  LAYERS,
  type Layer,
  type PoliciesInPlay,
  type Policy,
  type Principal,
  type Request,
} from '../language/index.ts';
import { addAllows, addDenies, addGrants, emptyPlanes, forEachFinding, type Planes } from './findings-planes.ts';
import { intersectTruths, type TruthMask, unionOf } from './mask.ts';
import type { MatrixCaller, MatrixQuestion, MatrixResource } from './matrix-question.ts';
import { callerView, pairPolicies, pairRequest } from './pair.ts';
import { type PolicyMasks, type PolicyRows, policyRows } from './policy-rows.ts';
import { classNamer } from './resource-class.ts';
import { type ResourceSet, resourceSet } from './resource-set.ts';
import { resourceSide, type SideMasks } from './resource-side.ts';

export interface Matrix {
  /** The decisions on all resources for one caller, in the order given: positions in `outcomes`. */
  readonly decide: (caller: MatrixCaller) => Uint8Array;
  /** Grows as callers are decided; undefined where the decision depends on keys that the question leaves open. */
  readonly outcomes: readonly (Outcome | undefined)[];
}

/** What every caller's row is made with. */
interface Board {
  readonly question: MatrixQuestion;
  readonly set: ResourceSet;
  /** Some resource has a key that the situation is read from. */
  readonly readsContext: boolean;
  readonly side: (view: RequestView) => SideMasks;
  readonly rowsOf: (policy: Policy) => PolicyRows;
  /** What lists of policies came to for the caller before. */
  readonly joined: WeakMap<object, Joined>;
}

/** The masks of all policies of a list, and what they come to together. */
interface Joined {
  readonly parts: readonly PolicyMasks[];
  readonly whole: PolicyMasks;
}

const NOBODY: Principal = { type: 'anonymous' };

/** @param resources at least one; their lists of RCPs and endpoint policies should be shared objects where they are equal */
export function openMatrix(question: MatrixQuestion, resources: readonly MatrixResource[]): Matrix {
  const anybody = callerView(question, { principal: NOBODY, context: {}, policies: {} });
  const set = resourceSet(resources, classNamer(anybody));
  const rows = new Map<Policy, PolicyRows | 'met'>();
  const board: Board = {
    question,
    set,
    readsContext: SITUATION_KEYS.some((key) => set.keys.has(key)),
    side: resourceSide(set, question.action, (member) => policyOfSide(set.members[member], anybody)),
    // Kept from the second caller on: most inline policies have one.
    rowsOf: (policy) => {
      const known = rows.get(policy);
      if (known && known !== 'met') return known;
      const made = policyRows(policy, set, anybody);
      rows.set(policy, known ? made : 'met');
      return made;
    },
    joined: new WeakMap(),
  };
  const outcomes: (Outcome | undefined)[] = [];
  const codes = new Map<Outcome | undefined, number>();
  const codeOf = (outcome: Outcome | undefined) => {
    const code = codes.get(outcome);
    if (code !== undefined) return code;
    codes.set(outcome, outcomes.length);
    return outcomes.push(outcome) - 1;
  };
  return { decide: (caller) => decideRow(board, caller, codeOf), outcomes };
}

/** The policy that speaks for the resource. */
function policyOfSide(target: MatrixResource | undefined, { request, settings }: RequestView): Policy | undefined {
  if (!target) return undefined;
  const { resource, policies } = target;
  return policies[situationOf({ ...request, resource }, policies, settings).resourceLayer];
}

function decideRow(board: Board, caller: MatrixCaller, codeOf: (outcome: Outcome | undefined) => number): Uint8Array {
  const { set } = board;
  const row = new Uint8Array(set.members.length);
  const view = callerView(board.question, caller);
  const layers = layerMasks(board, view);
  const side = board.side(view);
  for (const range of set.classes) {
    const example = set.members[range.from];
    if (!example) continue;
    const { situation, planes } = findingsOn(example, { board, caller, view, layers, side });
    forEachFinding(planes, range, (tally, first, cells) => {
      const code = codeOf(decideBoth(situation, tally));
      if (code !== 0) fill(row, code, { set, first, cells });
    });
  }
  return row;
}

/** Writes the code for the members that the bits say, `first` being that of the lowest; rows begin with the code 0. */
function fill(
  row: Uint8Array,
  code: number,
  { set, first, cells }: { readonly set: ResourceSet; readonly first: number; readonly cells: number },
): void {
  for (let left = cells; left !== 0; left &= left - 1) {
    row[set.given[first + 31 - Math.clz32(left & -left)] ?? 0] = code;
  }
}

interface Row {
  readonly board: Board;
  readonly caller: MatrixCaller;
  readonly view: RequestView;
  readonly layers: ReturnType<typeof layerMasks>;
  readonly side: SideMasks;
}

/** As `tallyLayers`, for all resources of a class at once. */
function findingsOn(example: MatrixResource, { board, caller, view, layers, side }: Row) {
  const here = { ...view, request: addressed(view.request, example, board.readsContext) };
  const policies = pairPolicies(caller, example);
  const situation = situationOf(here.request, policies, view.settings);
  const planes = emptyPlanes();
  for (const layer of LAYERS) {
    const isSide = layer === 'resource' || layer === 'trust';
    // The resources of a class differ in whether they have a policy; one without has no entries on the resource side.
    const nodes = isSide ? undefined : nodesOf(layer, policies, situation);
    const applies = exemption(layer, situation, here) === undefined;
    if (isSide && layer === situation.resourceLayer && applies) addSide(planes, layer, side);
    else if (nodes && nodes.length > 0 && applies && !isSide) {
      const masks = layers(layer, listOf(layer, policies), nodes);
      addAllows(planes, layer, masks.allows);
      addDenies(planes, layer, masks.denies);
    } else tallyLayer(planes.base, layer, allowsWithout(layer, here), 'no');
  }
  return { situation, planes };
}

/** The request to this resource; its context, where it matters to the situation. */
function addressed(request: Request, target: MatrixResource, readsContext: boolean): Request {
  if (readsContext) return pairRequest(request, target);
  const { resource, resourceAccount, resourceAccountIsManagement } = target;
  return {
    ...request,
    resource,
    ...(resourceAccount === undefined ? {} : { resourceAccount }),
    ...(resourceAccountIsManagement === undefined ? {} : { resourceAccountIsManagement }),
  };
}

/** What tells the policies of a layer from those of another caller or resource. */
function listOf(layer: Exclude<Layer, 'resource' | 'trust'>, policies: PoliciesInPlay): object {
  const list = layer === 'scp' ? policies.scps : layer === 'rcp' ? policies.rcps : policies[layer];
  return list ?? policies;
}

function addSide(planes: Planes, layer: Layer, { denies, grants }: SideMasks): void {
  addDenies(planes, layer, denies);
  for (const [match, granted] of grants) addGrants(planes, match, granted);
}

type Nodes = readonly { readonly policies: readonly Policy[] }[];

/** What a layer comes to for the caller, once per list of policies. */
function layerMasks({ rowsOf, joined }: Board, view: RequestView) {
  const known = new Map<object, PolicyMasks>();
  const masksOf = (policy: Policy) => rowsOf(policy)(view);
  return (layer: Layer, list: object, nodes: Nodes): PolicyMasks => {
    let masks = known.get(list);
    if (!masks) {
      // Every caller has identity policies of its own.
      const isOwn = layer === 'identity' || layer === 'session';
      masks = isOwn
        ? joinNodes(nodes.map(({ policies }) => joinPolicies(policies.map(masksOf))))
        : joinList(list, nodes, masksOf, joined);
      known.set(list, masks);
    }
    return masks;
  };
}

/** A list that many callers have, such as the SCPs of an account, mostly comes to the same for the next. */
function joinList(
  list: object,
  nodes: Nodes,
  masksOf: (policy: Policy) => PolicyMasks,
  joined: WeakMap<object, Joined>,
): PolicyMasks {
  const byNode = nodes.map(({ policies }) => policies.map(masksOf));
  const parts = byNode.flat();
  const before = joined.get(list);
  if (before?.parts.every((part, index) => part === parts[index])) return before.whole;
  const whole = joinNodes(byNode.map(joinPolicies));
  joined.set(list, { parts, whole });
  return whole;
}

/** Policies of one node: any of them allows, any of them denies. */
function joinPolicies(masks: readonly PolicyMasks[]): PolicyMasks {
  const allows: TruthMask[] = [];
  const denies: TruthMask[] = [];
  for (const one of masks) {
    if (one.allows) allows.push(one.allows);
    if (one.denies) denies.push(one.denies);
  }
  return { allows: unionOf(allows), denies: unionOf(denies) };
}

/** E11: every node must allow. */
function joinNodes(nodes: readonly PolicyMasks[]): PolicyMasks {
  const denies = unionOf(nodes.flatMap((node) => node.denies ?? []));
  const allows = nodes.flatMap((node) => node.allows ?? []);
  return { denies, allows: allows.length < nodes.length ? undefined : intersectionOf(allows) };
}

function intersectionOf([first, ...others]: readonly TruthMask[]): TruthMask | undefined {
  if (!first || others.length === 0) return first;
  const result = { yes: first.yes.slice(), may: first.may.slice() };
  for (const other of others) intersectTruths(result, other);
  return result;
}
