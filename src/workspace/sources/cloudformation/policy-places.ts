/** Finds what stands under a path of properties, through the branches of `Fn::If` on the way. */
import { isDeployTime } from '../../../language/index.ts';
import { type ObjectNode, pointerStep, type SourceNode } from '../../../parse/index.ts';
import { conditionHolds } from './conditions.ts';
import { argumentsOf, type Resolver, scalarText } from './resolver.ts';

/** A value as it is written, functions and all. */
export interface Place {
  readonly node: SourceNode;
  /** JSON pointer in the file. */
  readonly path: string;
  /** Names and indexes of the properties that lead to it, functions left out. */
  readonly names: readonly string[];
  /** What has to hold for it to be there, beside the condition of its resource. */
  readonly branches: readonly Branch[];
  /** The object that it was found in last: what the property's neighbours are. */
  readonly around?: ObjectNode;
}

export interface Branch {
  readonly condition: string;
  readonly holds: boolean;
}

/** @param steps names of members; `*` is each item of a list, or the value itself where it is none */
export function placesOf(place: Place, steps: readonly string[], resolver: Resolver): readonly Place[] {
  return branchesOf(place, resolver).flatMap((branch) => {
    const [step, ...others] = steps;
    if (step === undefined) return [branch];
    return stepInto(branch, step, resolver).flatMap((inner) => placesOf(inner, others, resolver));
  });
}

function stepInto(place: Place, step: string, resolver: Resolver): readonly Place[] {
  const { node } = place;
  if (step === '*') {
    if (node.kind === 'array') return node.items.map((item, index) => inside(place, index, item));
    // Some lists may be one item without the list.
    return [place];
  }
  if (isFunction(node)) return [openPlace(place, resolver)];
  if (node.kind !== 'object') return node.kind === 'string' && isDeployTime(node.text) ? [place] : [];
  const found = node.members.find(({ key }) => key === step);
  return found ? [{ ...inside(place, step, found.value), around: node }] : [];
}

/** What a function gives where a list or an object has to be: it is carried out, and what it gives is one unknown text. */
function openPlace(place: Place, resolver: Resolver): Place {
  return { ...place, node: resolver.resolve(place.node) ?? { kind: 'null', text: 'null' } };
}

function inside(place: Place, step: string | number, node: SourceNode): Place {
  return { ...place, node, path: place.path + pointerStep(step), names: [...place.names, String(step)] };
}

function isFunction(node: SourceNode): boolean {
  return node.kind === 'object' && node.members.some(({ key }) => key === 'Ref' || key.startsWith('Fn::'));
}

/** Each branch that may be taken; none of what takes itself away. */
function branchesOf(place: Place, resolver: Resolver): readonly Place[] {
  const { node } = place;
  const call = node.kind === 'object' && node.members.length === 1 ? node.members[0] : undefined;
  if (call?.key === 'Ref' && scalarText(call.value) === 'AWS::NoValue') return [];
  const [name, ...branches] =
    call?.key === 'Fn::If' ? (argumentsOf({ name: call.key, argument: call.value }, 3) ?? []) : [];
  const condition = scalarText(name);
  if (condition === undefined) return [place];
  const holds = conditionHolds(condition, { range: node.range }, resolver);
  return branches.flatMap((branch, index) => {
    const isFirst = index === 0;
    if (holds !== undefined && holds !== isFirst) return [];
    const path = `${place.path}/Fn::If/${index + 1}`;
    const taken = holds === undefined ? [...place.branches, { condition, holds: isFirst }] : place.branches;
    return branchesOf({ ...place, node: branch, path, branches: taken }, resolver);
  });
}
