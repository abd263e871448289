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
import { LAYERS, type Layer, type PoliciesInPlay, type Policy, type Principal } from '../language/index.ts';
import { addAllows, addDenies, addGrants, emptyPlanes, forEachFinding, type Planes } from './findings-planes.ts';
import { forEachBit, intersectTruths, type TruthMask, unionOf } from './mask.ts';
import type { MatrixCaller, MatrixQuestion, MatrixResource } from './matrix-question.ts';
import { callerView, pairPolicies, pairView } from './pair.ts';
import { type PolicyMasks, type PolicyRows, policyRows } from './policy-rows.ts';
import { type ResourceClass, resourceClasses } from './resource-class.ts';
import { resourceSet } from './resource-set.ts';
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
  readonly set: ReturnType<typeof resourceSet>;
  readonly classes: readonly ResourceClass[];
  /** Some resource has a key that the situation is read from. */
  readonly readsContext: boolean;
  readonly side: (view: RequestView) => SideMasks;
  readonly rowsOf: (policy: Policy) => PolicyRows;
}

const NOBODY: Principal = { type: 'anonymous' };

/** @param resources at least one; their lists of RCPs and endpoint policies should be shared objects where they are equal */
export function openMatrix(question: MatrixQuestion, resources: readonly MatrixResource[]): Matrix {
  const set = resourceSet(resources);
  const anybody = callerView(question, { principal: NOBODY, context: {}, policies: {} });
  const rows = new WeakMap<Policy, PolicyRows>();
  const board: Board = {
    question,
    set,
    classes: resourceClasses(set, anybody),
    readsContext: SITUATION_KEYS.some((key) => set.keys.has(key)),
    side: resourceSide(set, question.action, (member) => policyOfSide(set.members[member], anybody)),
    rowsOf: (policy) => {
      const found = rows.get(policy) ?? policyRows(policy, set, anybody);
      rows.set(policy, found);
      return found;
    },
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
  for (const { members, example } of board.classes) {
    const { situation, planes } = findingsOn(example, { board, caller, view, layers, side });
    forEachFinding(planes, members, (tally, word, cells) => {
      const code = codeOf(decideBoth(situation, tally));
      forEachBit(cells, word << 5, (member) => {
        row[set.given[member] ?? 0] = code;
      });
    });
  }
  return row;
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
  const here = pairView(view, example, board.readsContext);
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
      const masks = layers(listOf(layer, policies), nodes);
      addAllows(planes, layer, masks.allows);
      addDenies(planes, layer, masks.denies);
    } else tallyLayer(planes.base, layer, allowsWithout(layer, here), 'no');
  }
  return { situation, planes };
}

/** What tells the policies of a layer from those of another caller or resource. */
function listOf(layer: Exclude<Layer, 'resource' | 'trust'>, policies: PoliciesInPlay): object | undefined {
  if (layer === 'scp') return policies.scps;
  return layer === 'rcp' ? policies.rcps : policies[layer];
}

function addSide(planes: Planes, layer: Layer, { denies, grants }: SideMasks): void {
  addDenies(planes, layer, denies);
  for (const [match, granted] of grants) addGrants(planes, match, granted);
}

/** What a layer comes to for the caller, once per list of policies. */
function layerMasks({ rowsOf }: Board, view: RequestView) {
  const known = new Map<object | undefined, PolicyMasks>();
  return (list: object | undefined, nodes: readonly { readonly policies: readonly Policy[] }[]): PolicyMasks => {
    const found =
      known.get(list) ??
      joinNodes(nodes.map(({ policies }) => joinPolicies(policies.map((policy) => rowsOf(policy)(view)))));
    known.set(list, found);
    return found;
  };
}

/** Policies of one node: any of them allows, any of them denies. */
function joinPolicies(masks: readonly PolicyMasks[]): PolicyMasks {
  return {
    allows: unionOf(masks.flatMap(({ allows }) => allows ?? [])),
    denies: unionOf(masks.flatMap(({ denies }) => denies ?? [])),
  };
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
