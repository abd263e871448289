/** A policy wherever one is expected: a reference, a document, or a document with a name. */
import type { Policy, PolicyType } from '../language/index.ts';
import { member, parsePolicyDocument } from '../parse/index.ts';
import { at, itemsAt, textAt, textOf } from './node-values.ts';
import type { At, Reader } from './reader.ts';
import { report } from './reader.ts';

export interface PolicyUse {
  readonly type: PolicyType;
  /** What a document without a name is called. */
  readonly name: string;
}

/** Undefined, and reported, where the reference leads nowhere or the document has no certain meaning. */
function readPolicy(where: At, use: PolicyUse, reader: Reader): Policy | undefined {
  const reference = textOf(where.node);
  if (reference !== undefined) return loadPolicy(reference, { where, type: use.type }, reader);
  const inner = member(where.node, 'Statement') ? undefined : at(where, 'document');
  const name = inner ? (textAt(where, 'name') ?? use.name) : use.name;
  const { node, path } = inner ?? where;
  const { document, diagnostics } = parsePolicyDocument(node, use.type, reader.source, path);
  reader.diagnostics.push(...diagnostics);
  if (document) return { name, type: use.type, document };
  reader.blocked = true;
  return undefined;
}

/** The member, where there is one. */
export function policyAt(where: At, key: string, use: PolicyUse, reader: Reader): Policy | undefined {
  const found = at(where, key);
  return found && readPolicy(found, use, reader);
}

/** All of a list; those without a name are numbered from 1. */
export function policiesAt(where: At, key: string, use: PolicyUse, reader: Reader): Policy[] {
  return itemsAt(where, key).flatMap((item, index) => {
    return readPolicy(item, { ...use, name: `${use.name}-${index + 1}` }, reader) ?? [];
  });
}

/** A policy that is named by a text. */
export function loadPolicy(
  reference: string,
  { where, type }: { readonly where: At; readonly type: PolicyType },
  reader: Reader,
): Policy | undefined {
  const { policy, diagnostics } = reader.loader(reference, type, reader.source);
  const location = where.range && { source: reader.source, range: where.range };
  for (const one of diagnostics) {
    reader.diagnostics.push(one.location || !location ? one : { ...one, location, path: where.path });
  }
  if (policy) return policy;
  if (diagnostics.length === 0) {
    report(reader, { code: 'unknown-policy', message: `there is no policy \`${reference}\`` }, where);
  }
  reader.blocked = true;
  return undefined;
}
