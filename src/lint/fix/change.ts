/** A fix as changes of the document's tree, whatever text it is written in. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Paths are JSON pointers into the document as it is before all changes. */
export type Change =
  | { readonly kind: 'replace'; readonly path: string; readonly value: Json }
  /** An item of a list or a member of an object; never the last one that is left. */
  | { readonly kind: 'remove'; readonly path: string }
  /** Another key for a member. */
  | { readonly kind: 'rename'; readonly path: string; readonly key: string }
  /** A member more, before the others; `path` is the object. */
  | { readonly kind: 'add-member'; readonly path: string; readonly key: string; readonly value: Json }
  /** An item more, behind the one at `path`. */
  | { readonly kind: 'add-after'; readonly path: string; readonly value: Json };

export interface Fix {
  /** What it does: `write \`s3:GetObject\``. */
  readonly title: string;
  readonly changes: readonly Change[];
  /** How a decision may change; missing where none can. */
  readonly effect?: string;
  /** Not what was meant, perhaps: only done where that is asked for. */
  readonly unsafe?: true;
}

export function remove(path: string): Fix {
  return { title: 'remove it', changes: [{ kind: 'remove', path }] };
}

/** @param effect how a decision may change */
export function replace(path: string, value: string, effect?: string): Fix {
  return { title: `write \`${value}\``, changes: [{ kind: 'replace', path, value }], ...(effect ? { effect } : {}) };
}

/** @param effect how a decision may change */
export function rename(path: string, key: string, effect?: string): Fix {
  return { title: `write \`${key}\``, changes: [{ kind: 'rename', path, key }], ...(effect ? { effect } : {}) };
}
