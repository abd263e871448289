/** A kind of file that holds policies among other things: what it says of policies and of who and what they belong to. */
import type { Declared, DeclaredPolicy } from '../../environment/index.ts';
import type { Diagnostic, SourceText } from '../../language/index.ts';
import type { SourceNode } from '../../parse/index.ts';
import type { YamlTags } from '../../parse/yaml.ts';

export type {
  AttachedPolicy,
  Declared,
  DeclaredGroup,
  DeclaredPolicy as SourcePolicy,
  DeclaredResource,
  DeclaredRole,
  DeclaredUser,
} from '../../environment/index.ts';

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
  readonly policies: readonly DeclaredPolicy[];
  readonly declared: Declared;
  readonly diagnostics: readonly Diagnostic[];
}
