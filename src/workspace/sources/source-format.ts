/** A kind of file that holds policies among other things: what it says of policies and of who and what they belong to. */
import type { Diagnostic, PolicyType, Range, SourceText } from '../../language/index.ts';
import type { SourceNode } from '../../parse/index.ts';
import type { YamlTags } from '../../parse/yaml.ts';

export interface SourceFormat {
  /** Kebab-case, as its file. */
  readonly id: string;
  /** For people: `Terraform plan`. */
  readonly title: string;
  /** Tags that its files in YAML have; they are read where the text has this in it. */
  readonly yaml?: { readonly mark: RegExp; readonly tags: YamlTags };
  /** By a look at the top of the tree; at most one format takes a file. */
  readonly recognises: (node: SourceNode, fileName: string) => boolean;
  /** @param source the text that the tree's ranges point into */
  readonly read: (node: SourceNode, source: SourceText, options: SourceOptions) => SourceReading;
}

/** What a person says of a file's unknown values. All of them stay open (see deploy-time.ts) where nothing is said. */
export interface SourceOptions {
  /** Values of parameters, by name. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Take a parameter of which nothing is said at its default value. */
  readonly parameterDefaults?: boolean;
  /** Where it will be deployed. */
  readonly account?: string;
  readonly region?: string;
  readonly partition?: string;
}

export interface SourceReading {
  /** Each policy of the file once, in the order of the file. */
  readonly policies: readonly SourcePolicy[];
  readonly declared: Declared;
  readonly diagnostics: readonly Diagnostic[];
}

export interface SourcePolicy {
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
  | { readonly kind: 'here'; readonly policy: SourcePolicy }
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
  readonly trust: SourcePolicy;
  /** Seconds. */
  readonly maxSessionDuration?: number;
}

export interface DeclaredResource {
  readonly arn: string;
  readonly policy?: SourcePolicy;
  readonly tags: Readonly<Record<string, string>>;
  readonly account?: string;
  readonly region?: string;
  readonly range?: Range;
}
