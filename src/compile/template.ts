/** Policy variables: a text of a policy taken apart into plain text and variables (V1 to V11). */

export type Segment =
  /** Plain text; `*` and `?` in it are wildcards where the element takes wildcards. */
  | { readonly kind: 'text'; readonly text: string }
  /** `${*}`, `${?}` and `${$}`: the character itself (V5). */
  | { readonly kind: 'literal'; readonly text: string }
  /** `${key}` or `${key, 'default'}` (V1, V4). */
  | { readonly kind: 'variable'; readonly key: string; readonly lowerKey: string; readonly fallback?: string }
  /** A part that is known only at deploy time (see open-value.ts). */
  | { readonly kind: 'open'; readonly name: string };

/** A text with its variables found; `segments` is undefined for plain text. */
export interface Template {
  readonly text: string;
  readonly segments?: readonly Segment[];
}

const NAME = /^[^\s${},']+$/;
const WITH_FALLBACK = /^([^\s${},']+), '([^']*)'$/;

/** Finds the variables from offset `from` on; what stands before it is plain text (V9). */
export function parseTemplate(text: string, from = 0): Template {
  if (text.indexOf('${', from) === -1) return { text };
  const segments: Segment[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('${', Math.max(at, from));
    const close = open === -1 ? -1 : text.indexOf('}', open);
    if (close === -1) break;
    plain += text.slice(at, open);
    const segment = parseVariable(text.slice(open + 2, close));
    if (segment) {
      if (plain) segments.push({ kind: 'text', text: plain });
      segments.push(segment);
      plain = '';
    } else plain += text.slice(open, close + 1);
    at = close + 1;
  }
  plain += text.slice(at);
  if (segments.length === 0) return { text };
  if (plain) segments.push({ kind: 'text', text: plain });
  return { text, segments };
}

/** Undefined for what is no variable: nested, with spaces, empty. It stays plain text (V11). */
function parseVariable(inside: string): Segment | undefined {
  if (inside === '*' || inside === '?' || inside === '$') return { kind: 'literal', text: inside };
  if (NAME.test(inside)) return { kind: 'variable', key: inside, lowerKey: inside.toLowerCase() };
  const [, key, fallback] = WITH_FALLBACK.exec(inside) ?? [];
  if (key === undefined || fallback === undefined) return undefined;
  return { kind: 'variable', key, lowerKey: key.toLowerCase(), fallback };
}
