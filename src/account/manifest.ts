/** What a project keeps in an account: the objects, and the documents that they are to have. */
import type { Environment } from '../environment/index.ts';
import type { Policy, SourceText } from '../language/index.ts';
import type { IdentityKind } from './live.ts';

export interface Manifest {
  readonly source: SourceText;
  readonly description?: string;
  /** Twelve digits. */
  readonly account: string;
  /** What the scenarios ask about. */
  readonly environment: Environment;
  readonly policies: readonly KeptPolicy[];
  readonly identities: readonly KeptIdentity[];
}

/** A customer managed policy. */
export interface KeptPolicy {
  readonly name: string;
  readonly path: string;
  readonly description?: string;
  /** Missing: there must be no such policy. */
  readonly policy?: Policy;
}

/** A user, group or role. Members that are missing are not touched. */
export interface KeptIdentity {
  readonly kind: IdentityKind;
  readonly name: string;
  readonly path: string;
  readonly description?: string;
  /** In seconds. */
  readonly maxSessionDuration?: number;
  readonly trust?: Policy;
  /** All that are attached. */
  readonly attached?: readonly ManagedReference[];
  /** All inline policies, by name. */
  readonly inline?: readonly { readonly name: string; readonly policy: Policy }[];
  readonly boundary?: ManagedReference | 'none';
}

/** A managed policy: one that the project keeps, by its name; AWS's own; or any other, of which only the ARN is known. */
export type ManagedReference =
  | { readonly kind: 'kept'; readonly name: string }
  /** `arn` in the partition `aws`. */
  | { readonly kind: 'aws'; readonly arn: string; readonly policy: Policy }
  | { readonly kind: 'other'; readonly arn: string };
