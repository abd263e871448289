/** Context keys that follow from the environment, each with its reason. */

export interface DerivedKey {
  readonly key: string;
  /** A list marks a multivalued key. */
  readonly value: string | readonly string[];
  /** Where it comes from, in a few words. */
  readonly because: string;
}

/** A key that the request does not carry; `because` is told when a policy in play reads it. */
export interface AbsentKey {
  readonly key: string;
  readonly because: string;
}

/** What one source of context keys gives. */
export interface Derived {
  readonly keys: readonly DerivedKey[];
  readonly absent: readonly AbsentKey[];
  /** What a person should know of the derivation in any case. */
  readonly notes: readonly string[];
  /** Why the question cannot be asked as written. */
  readonly problems: readonly string[];
}

/** Fills in what a source leaves out. */
export function derived(part: Partial<Derived>): Derived {
  return { keys: [], absent: [], notes: [], problems: [], ...part };
}

/** All sources as one. */
export function joinDerived(parts: readonly Derived[]): Derived {
  return {
    keys: parts.flatMap((part) => part.keys),
    absent: parts.flatMap((part) => part.absent),
    notes: parts.flatMap((part) => part.notes),
    problems: parts.flatMap((part) => part.problems),
  };
}
