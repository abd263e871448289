/** The IAM policy document as typed data: what a document says, with the place of each part, and nothing decided. */
import type { Location, Range, SourceText } from './source.ts';

/** The policy types of semantics A.30 to A.42. `resource` is any resource-based policy but a role's trust policy. */
export type PolicyType = 'identity' | 'resource' | 'trust' | 'boundary' | 'session' | 'scp' | 'rcp' | 'vpce';

export type Effect = 'Allow' | 'Deny';

/** `2008-10-17` is also what a missing Version means (A3). */
export type PolicyVersion = '2012-10-17' | '2008-10-17';

/** A text of the document and its place in the source; a document built in memory has no places. */
export interface Text {
  readonly value: string;
  readonly range?: Range;
}

/** `Action` or `NotAction`, `Resource` or `NotResource`. */
export interface ListElement {
  /** True for the `Not...` form. */
  readonly not: boolean;
  readonly values: readonly Text[];
  readonly range?: Range;
}

export type PrincipalKind = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

/** One principal of a `Principal` or `NotPrincipal` element; the bare `"*"` is `{kind: 'AWS', value: '*'}` (A19). */
export interface PrincipalEntry extends Text {
  readonly kind: PrincipalKind;
}

/** `Principal` or `NotPrincipal`. */
export interface PrincipalElement {
  readonly not: boolean;
  readonly entries: readonly PrincipalEntry[];
  readonly range?: Range;
}

/** One operator, one key and its values: `"StringEquals": {"aws:username": ["a", "b"]}` is one entry. */
export interface ConditionEntry {
  /** The operator as written, with set qualifier and `IfExists`. */
  readonly operator: string;
  /** The condition key as written. */
  readonly key: string;
  readonly values: readonly Text[];
  readonly range?: Range;
}

export interface Statement {
  /** Position in the document, from 0. */
  readonly index: number;
  readonly sid?: string;
  readonly effect: Effect;
  readonly principal?: PrincipalElement;
  readonly action: ListElement;
  /** Missing in trust policies and in the resource-based policies of services that leave it out: then it always matches (B18). */
  readonly resource?: ListElement;
  readonly conditions: readonly ConditionEntry[];
  readonly range?: Range;
}

export interface PolicyDocument {
  /** What the document says; absent means 2008-10-17 (A3). */
  readonly version?: PolicyVersion;
  readonly id?: string;
  readonly statements: readonly Statement[];
  /** The text the ranges point into; absent for a document built in memory. */
  readonly source?: SourceText;
}

/** A document with its name and the type it is used as. */
export interface Policy {
  readonly name: string;
  readonly type: PolicyType;
  readonly document: PolicyDocument;
}

/** The place of a part of a document, where the document has a source text. */
export function locationIn(document: PolicyDocument, range: Range | undefined): Location | undefined {
  return document.source && range ? { source: document.source, range } : undefined;
}
