/** What does not fit a schema, before it has a place in the text. */

export type SchemaCode =
  | 'unknown-member'
  | 'missing-member'
  | 'duplicate-member'
  | 'wrong-type'
  | 'wrong-value'
  | 'wrong-form'
  | 'empty';

export interface Finding {
  readonly code: SchemaCode;
  readonly message: string;
  /** JSON pointer to the value, or to the object that holds `key`. */
  readonly path: string;
  /** The problem is the name of a member, not its value. */
  readonly key?: { readonly name: string; readonly step: string; readonly index?: number };
  /** The member that is missing. */
  readonly member?: string;
  /** The known name that an unknown one most likely means. */
  readonly suggestion?: string | undefined;
}
