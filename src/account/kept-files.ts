/** The documents that a manifest brings into the account, by the files of the project that hold them. */
import type { Policy } from '../language/index.ts';
import { printPolicyDocument } from '../parse/index.ts';
import type { Manifest } from './manifest.ts';
import { documentHash, type Hash } from './observe.ts';

export interface DescribedFile {
  readonly file: string;
  /** The hash by which a plan knows the document. */
  readonly document: string;
}

/** Each once. */
export function describedFiles({ policies, identities }: Manifest, hash: Hash): readonly DescribedFile[] {
  const all: readonly (Policy | undefined)[] = [
    ...policies.map(({ policy }) => policy),
    ...identities.flatMap(({ trust, inline = [] }) => [trust, ...inline.map(({ policy }) => policy)]),
  ];
  const files = new Map(all.flatMap((one) => (one ? [[one.name, one.document]] : [])));
  return [...files].map(([file, document]) => ({ file, document: documentHash(printPolicyDocument(document), hash) }));
}
