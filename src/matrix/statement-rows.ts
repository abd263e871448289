/** One statement over all resources of a matrix: what is the same for every caller is worked out once. */
import type { CompiledCondition, CompiledResource, CompiledStatement } from '../compile/index.ts';
import {
  conditionHolds,
  namesCaller,
  type RequestView,
  resourceElementMatches,
  resourceMatches,
} from '../evaluate/index.ts';
import type { Truth } from '../language/index.ts';
import { addTruth, emptyTruths, fullMask, intersectTruths, type TruthMask, unite, uniteTruths } from './mask.ts';
import { pairView } from './pair.ts';
import { keysOfCondition, keysOfTemplate } from './reads.ts';
import { membersStarting, type ResourceSet } from './resource-set.ts';

/** A statement that speaks of the action. */
export interface StatementRows {
  readonly statement: CompiledStatement;
  /** What it reaches whoever calls. */
  readonly fixed: TruthMask;
  /** What takes variables of the request. */
  readonly variable: readonly Reach[];
  /** Conditions that read nothing a resource has. */
  readonly ofCaller: readonly CompiledCondition[];
  /** The others, with the keys of resources that they read. */
  readonly ofPair: readonly { readonly condition: CompiledCondition; readonly keys: readonly string[] }[];
}

/** One value of the Resource element; without `value` the element as a whole. */
interface Reach {
  readonly value?: CompiledResource;
  readonly keys: readonly string[];
}

/** @param view any caller's: only what reads nothing of it is worked out here */
export function statementRows(statement: CompiledStatement, set: ResourceSet, view: RequestView): StatementRows {
  const reaches = reachesOf(statement);
  const fixed = emptyTruths(set.members.length);
  for (const reach of reaches) if (reach.keys.length === 0) addReached(reach, statement, { set, view, result: fixed });
  const conditions = statement.conditions.map((condition) => ({
    condition,
    keys: keysOfCondition(condition).filter((key) => set.keys.has(key)),
  }));
  return {
    statement,
    fixed,
    variable: reaches.filter(({ keys }) => keys.length > 0),
    ofCaller: conditions.filter(({ keys }) => keys.length === 0).map(({ condition }) => condition),
    ofPair: conditions.filter(({ keys }) => keys.length > 0),
  };
}

function reachesOf({ statement, resources }: CompiledStatement): readonly Reach[] {
  const reaches = resources.map((value) => ({ value, keys: keysOfTemplate(value.template) }));
  const asWhole = !statement.resource || statement.resource.not;
  return asWhole ? [{ keys: reaches.flatMap(({ keys }) => keys) }] : reaches;
}

/** Where the statement applies for this caller; undefined where it does nowhere. */
export function appliesOver(rows: StatementRows, view: RequestView, set: ResourceSet): TruthMask | undefined {
  const { statement, fixed, variable, ofPair } = rows;
  let holdsForCaller: Truth = statement.statement.principal ? namesCaller(statement, view) : 'yes';
  if (holdsForCaller === 'no') return undefined;
  for (const condition of rows.ofCaller) {
    const holds = conditionHolds(condition, view);
    if (holds === 'no') return undefined;
    if (holds === 'unknown') holdsForCaller = holds;
  }
  if (holdsForCaller === 'yes' && variable.length === 0 && ofPair.length === 0) return fixed;
  const result = emptyTruths(set.members.length);
  uniteTruths(result, fixed);
  for (const reach of variable) addReached(reach, statement, { set, view, result });
  for (const { condition, keys } of ofPair) intersectTruths(result, conditionOver(condition, keys, view, set));
  if (holdsForCaller === 'unknown') result.yes.fill(0);
  return result;
}

function conditionOver(
  condition: CompiledCondition,
  keys: readonly string[],
  view: RequestView,
  set: ResourceSet,
): TruthMask {
  const result = emptyTruths(set.members.length);
  for (const { members, example } of set.facets(keys)) {
    const holds = conditionHolds(condition, pairView(view, example, true));
    if (holds === 'yes') unite(result.yes, members);
    if (holds !== 'no') unite(result.may, members);
  }
  return result;
}

interface Reaching {
  readonly set: ResourceSet;
  readonly view: RequestView;
  readonly result: TruthMask;
}

/** Adds what is reached, looking only at resources that start as the value does. */
function addReached({ value, keys }: Reach, statement: CompiledStatement, { set, view, result }: Reaching): void {
  if (value?.everything) {
    const all = fullMask(set.members.length);
    uniteTruths(result, { yes: all, may: all });
    return;
  }
  const readsResource = keys.some((key) => set.keys.has(key));
  for (const member of membersStarting(set, value?.literalPrefix ?? '')) {
    const target = set.members[member];
    if (!target) continue;
    const here = pairView(view, target, readsResource);
    const colons = set.colons[member];
    const reached = value ? resourceMatches(value, here, colons) : resourceElementMatches(statement, here, colons);
    addTruth(result, member, reached);
  }
}
