/** Policies that stand in a larger file: a plan, a template, a dump of an account. */
import type { Diagnostic, PolicyType } from '../language/index.ts';
import type { SourceNode } from '../parse/index.ts';

export interface FileContent {
  readonly policies: readonly PolicyInFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface PolicyInFile {
  /** Unique in the file. */
  readonly name: string;
  readonly type: PolicyType;
  /** The document, with ranges in the file. */
  readonly node: SourceNode;
  /** JSON pointer of the document in the file. */
  readonly path: string;
}
