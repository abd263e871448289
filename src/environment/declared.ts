/** Who and what a plan, a template or a dump of an account describes, before it is part of an environment. */
import type { Diagnostic, PolicyType, Range, SourceText } from '../language/index.ts';
import type { SourceNode } from '../parse/index.ts';

export interface DeclaredPolicy {
  /** `aws_iam_role.app assume_role_policy`, `Resources.Role.AssumeRolePolicyDocument`: unique in the file. */
  readonly name: string;
  readonly type: PolicyType;
  /** The document, with ranges in the source file; a string of one marker where all of it is known only at deploy time. */
  readonly node: SourceNode;
  /** JSON pointer of the document in the file; it goes on into a text that holds the document. */
  readonly path: string;
}

/** Who and what the file describes. Any text may hold parts that are known only at deploy time. */
export interface Declared {
  readonly users: readonly DeclaredUser[];
  readonly groups: readonly DeclaredGroup[];
  readonly roles: readonly DeclaredRole[];
  readonly resources: readonly DeclaredResource[];
}

/** A policy of the same file, or one that stands elsewhere, by ARN: a managed policy of AWS or of the account. */
export type AttachedPolicy =
  | { readonly kind: 'here'; readonly policy: DeclaredPolicy }
  | { readonly kind: 'elsewhere'; readonly arn: string; readonly range?: Range };

export interface DeclaredGroup {
  readonly name: string;
  readonly policies: readonly AttachedPolicy[];
  /** The twelve digits of its account, where the file tells. */
  readonly account?: string;
  /** What a finding about it points at. */
  readonly range?: Range;
}

interface DeclaredIdentity extends DeclaredGroup {
  /** `/` where the file says nothing. */
  readonly path: string;
  /** `AIDA...`, `AROA...` */
  readonly id?: string;
  readonly boundary?: AttachedPolicy;
  readonly tags: Readonly<Record<string, string>>;
}

export interface DeclaredUser extends DeclaredIdentity {
  /** Names of groups. */
  readonly groups: readonly string[];
}

export interface DeclaredRole extends DeclaredIdentity {
  readonly trust: DeclaredPolicy;
  /** Seconds. */
  readonly maxSessionDuration?: number;
}

export interface DeclaredResource {
  readonly arn: string;
  readonly policy?: DeclaredPolicy;
  readonly tags: Readonly<Record<string, string>>;
  readonly account?: string;
  readonly region?: string;
  readonly range?: Range;
}

/** Opens a file that describes users, groups, roles and resources; the workspace implements it. */
export type SourceOpener = (reference: string, from: SourceText, account: string) => OpenedSource;

export interface OpenedSource {
  /** Missing where the file cannot be read, or is of no known format. */
  readonly declared?: Declared;
  readonly source?: SourceText;
  readonly diagnostics: readonly Diagnostic[];
}

/** For who opens no files. */
export const NO_SOURCES: SourceOpener = () => ({ diagnostics: [] });
