/** The resources of a matrix, in the order of their ARNs: those with one beginning stand together. */
import type { Colons } from '../evaluate/index.ts';
import { arnColons } from '../language/index.ts';
import { addMember, emptyMask, type Mask } from './mask.ts';
import type { MatrixResource } from './matrix-question.ts';

export interface ResourceSet {
  /** Sorted by ARN. Members of masks are positions in this list. */
  readonly members: readonly MatrixResource[];
  readonly colons: readonly Colons[];
  /** By member: the position in the list that was given. */
  readonly given: Uint32Array;
  /** Context keys that some resource has, in lower case. */
  readonly keys: ReadonlySet<string>;
  /** Groups of resources that have the same values of these keys; every resource is in one. */
  readonly facets: (keys: readonly string[]) => readonly ResourceFacet[];
}

export interface ResourceFacet {
  readonly members: Mask;
  readonly example: MatrixResource;
}

export function resourceSet(resources: readonly MatrixResource[]): ResourceSet {
  const order = resources.map((_, index) => index);
  const arnAt = (index: number) => resources[index]?.resource ?? '';
  order.sort((a, b) => (arnAt(a) < arnAt(b) ? -1 : 1));
  const members = order.flatMap((index) => resources[index] ?? []);
  const known = new Map<string, readonly ResourceFacet[]>();
  return {
    members,
    colons: members.map(({ resource }) => arnColons(resource)),
    given: Uint32Array.from(order),
    keys: new Set(members.flatMap(({ context }) => Object.keys(context).map((key) => key.toLowerCase()))),
    facets: (keys) => {
      const name = keys.join(' ');
      const found = known.get(name) ?? facetsOf(members, keys);
      known.set(name, found);
      return found;
    },
  };
}

function facetsOf(members: readonly MatrixResource[], keys: readonly string[]): readonly ResourceFacet[] {
  const facets = new Map<string, ResourceFacet>();
  members.forEach((example, member) => {
    const name = valuesOf(example, keys);
    const facet = facets.get(name) ?? { members: emptyMask(members.length), example };
    facets.set(name, facet);
    addMember(facet.members, member);
  });
  return [...facets.values()];
}

/** What a resource has of these keys, as a text. */
export function valuesOf({ context }: MatrixResource, keys: readonly string[]): string {
  return JSON.stringify(Object.entries(context).filter(([key]) => keys.includes(key.toLowerCase())));
}

/** The members from `from` up to `to` whose ARNs start with the prefix. */
export function rangeOf({ members }: ResourceSet, prefix: string): { readonly from: number; readonly to: number } {
  const from = firstNotBefore(members, prefix);
  let to = from;
  while (members[to]?.resource.startsWith(prefix)) to++;
  return { from, to };
}

function firstNotBefore(members: readonly MatrixResource[], text: string): number {
  let [low, high] = [0, members.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((members[middle]?.resource ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
