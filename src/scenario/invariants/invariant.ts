/** An invariants file after reading: what must hold of every request in an environment. */
import type { Catalog } from '../../catalog/index.ts';
import type { Environment, GivenContext } from '../../environment/index.ts';
import type { ConditionEntry, Location, SourceText } from '../../language/index.ts';

/** A file all of whose claims can be asked. */
export interface InvariantFile {
  readonly source: SourceText;
  readonly description?: string;
  readonly environment: Environment;
  readonly catalog: Catalog;
  readonly invariants: readonly Invariant[];
}

export interface Invariant {
  /** Unique in the file. */
  readonly name: string;
  readonly description?: string;
  readonly location: Location;
  readonly claim: Claim;
}

/** The requests that a claim is about. */
interface Scope {
  /** Action patterns. */
  readonly actions: readonly string[];
  /** Patterns of ARNs; every resource without it. */
  readonly resources?: readonly string[];
  /** Patterns of names; without it everybody whom the claim can be about. */
  readonly principals?: readonly string[];
  /** Keys that every request carries, or with null lacks. */
  readonly given: GivenContext;
}

export type Claim =
  | (Scope & { readonly kind: 'never-allowed' | 'always-allowed' | 'no-public-access' })
  | (Scope & { readonly kind: 'only-when'; readonly condition: readonly ConditionEntry[] })
  | (Scope & {
      readonly kind: 'no-cross-account';
      readonly accounts: readonly string[];
      /** The accounts of the environment's organization are trusted. */
      readonly organization: boolean;
    })
  /** `except` are patterns of names of those who may have all rights. */
  | (Scope & { readonly kind: 'no-privilege-escalation'; readonly except: readonly string[] })
  | (Scope & { readonly kind: 'no-new-access'; readonly baseline: Environment })
  /** `actions` are those of the one duty, `other` those of the other. */
  | (Scope & { readonly kind: 'separation-of-duty'; readonly other: readonly string[] });

export type ClaimKind = Claim['kind'];
