/** Puts the request's values in for policy variables (V1 to V8). */
import type { Template } from '../compile/index.ts';
import type { Piece, Settings } from '../language/index.ts';
import { contextValue, type RequestView, UNKNOWN } from './request-view.ts';

export type Resolution =
  | { readonly kind: 'resolved'; readonly pieces: readonly Piece[] }
  /** Some key is absent or multivalued and there is no default: nothing matches (V3, V7, V8). */
  | { readonly kind: 'unresolvable'; readonly keys: readonly string[] }
  /** Some key, or a part known only at deploy time, is not known; `pieces` has a `*` in its place, which matches whatever the value may be (U1). */
  | { readonly kind: 'unknown'; readonly keys: readonly string[]; readonly pieces: readonly Piece[] };

export function resolveTemplate(template: Template, view: RequestView): Resolution {
  if (!template.segments) return { kind: 'resolved', pieces: [{ text: template.text, literal: false }] };
  const pieces: Piece[] = [];
  const unresolvable: string[] = [];
  const unknown: string[] = [];
  for (const segment of template.segments) {
    if (segment.kind === 'open') {
      unknown.push(segment.name);
      pieces.push({ text: '*', literal: false });
      continue;
    }
    if (segment.kind !== 'variable') {
      pieces.push({ text: segment.text, literal: segment.kind === 'literal' });
      continue;
    }
    const found = contextValue(view, segment.key, segment.lowerKey);
    if (typeof found === 'string') pieces.push(substituted(found, view.settings));
    else if (found === undefined && segment.fallback !== undefined) {
      pieces.push(substituted(segment.fallback, view.settings));
    } else if (found === UNKNOWN) {
      unknown.push(segment.key);
      pieces.push({ text: '*', literal: false });
    } else unresolvable.push(segment.key);
  }
  if (unresolvable.length > 0) return { kind: 'unresolvable', keys: unresolvable };
  return unknown.length > 0 ? { kind: 'unknown', keys: unknown, pieces } : { kind: 'resolved', pieces };
}

/** V6 (contested: I14): a wildcard in a value is only itself. */
function substituted(text: string, settings: Settings): Piece {
  return { text, literal: settings.substitutedWildcards === 'literal' };
}
