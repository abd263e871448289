/** The resources of a matrix, by class, so that cells that may come out alike stand together, and found by their beginnings. */
import type { Colons } from '../evaluate/index.ts';
import { arnColons } from '../language/index.ts';
import type { MatrixResource } from './matrix-question.ts';
import type { ClassNamer } from './resource-class.ts';
import { type Facets, resourceFacets } from './resource-facets.ts';

export interface ResourceSet {
  /** Members of masks are positions in this list. */
  readonly members: readonly MatrixResource[];
  readonly colons: readonly Colons[];
  /** By member: the position in the list that was given. */
  readonly given: readonly number[];
  /** Each class is one range. */
  readonly classes: readonly MemberRange[];
  /** The members in the order of their ARNs. */
  readonly byArn: readonly number[];
  /** Context keys that some resource has, in lower case. */
  readonly keys: ReadonlySet<string>;
  readonly facets: Facets;
}

/** Without `to`. */
export interface MemberRange {
  readonly from: number;
  readonly to: number;
}

export function resourceSet(resources: readonly MatrixResource[], nameClass: ClassNamer): ResourceSet {
  const named = resources.map((target, index) => ({ target, index, name: nameClass(target) }));
  named.sort((a, b) => compare(a.name, b.name));
  const members = named.map(({ target }) => target);
  const starts = named.flatMap(({ name }, member) => (name === named[member - 1]?.name ? [] : [member]));
  return {
    members,
    colons: members.map(({ resource }) => arnColons(resource)),
    given: named.map(({ index }) => index),
    classes: starts.map((from, position) => ({ from, to: starts[position + 1] ?? members.length })),
    byArn: members
      .map((_, member) => member)
      .sort((a, b) => compare(members[a]?.resource ?? '', members[b]?.resource ?? '')),
    keys: new Set(members.flatMap(({ context }) => Object.keys(context).map((key) => key.toLowerCase()))),
    facets: resourceFacets(members),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The members whose ARNs start with the prefix. */
export function membersStarting({ members, byArn }: ResourceSet, prefix: string): readonly number[] {
  if (prefix === '') return byArn;
  const arnAt = (position: number) => members[byArn[position] ?? 0]?.resource ?? '';
  let [from, high] = [0, byArn.length];
  while (from < high) {
    const middle = (from + high) >>> 1;
    if (arnAt(middle) < prefix) from = middle + 1;
    else high = middle;
  }
  let to = from;
  while (to < byArn.length && arnAt(to).startsWith(prefix)) to++;
  return byArn.slice(from, to);
}
