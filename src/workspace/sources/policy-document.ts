/** A policy document that stands in a file as a value: as an object, or as a text that holds one. */
import type { Diagnostic, PolicyType, SourceText } from '../../language/index.ts';
import { member, type SourceNode } from '../../parse/index.ts';
import { readEmbedded } from './embedded-json.ts';
import type { Spot } from './spot.ts';

export interface FoundDocument {
  /** Missing where the text is not readable. */
  readonly node?: SourceNode;
  readonly diagnostics: readonly Diagnostic[];
}

export function documentAt({ node, path }: Spot, source: SourceText): FoundDocument {
  return node.kind === 'string' ? readEmbedded(node, source, path) : { node, diagnostics: [] };
}

/** Could the text hold a policy? Cheap, for looking at many. */
export function mayHoldPolicy(text: string): boolean {
  return text.includes('Statement') && /^\s*(?:\{|%7[Bb])/.test(text);
}

/** A policy of a resource, or of a principal: whether its statements name principals tells. */
export function typeByPrincipals(node: SourceNode): PolicyType {
  const list = member(node, 'Statement');
  const statements = list?.kind === 'array' ? list.items : list ? [list] : [];
  return statements.some((one) => member(one, 'Principal') || member(one, 'NotPrincipal')) ? 'resource' : 'identity';
}
