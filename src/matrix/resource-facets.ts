/** Groups of resources that have the same values of some context keys. */
import { addMember, emptyMask, type Mask } from './mask.ts';
import type { MatrixResource } from './matrix-question.ts';

export interface ResourceFacet {
  readonly members: Mask;
  readonly example: MatrixResource;
}

/** Every resource is in one group. */
export type Facets = (keys: readonly string[]) => readonly ResourceFacet[];

export function resourceFacets(members: readonly MatrixResource[]): Facets {
  const known = new Map<string, readonly ResourceFacet[]>();
  return (keys) => {
    const name = keys.join(' ');
    const found = known.get(name) ?? facetsOf(members, keys);
    known.set(name, found);
    return found;
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

/** What a resource has of these keys (in lower case), as a text. */
export function valuesOf({ context }: MatrixResource, keys: readonly string[]): string {
  return JSON.stringify(Object.entries(context).filter(([key]) => keys.includes(key.toLowerCase())));
}
