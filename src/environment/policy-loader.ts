/** The port through which an environment gets policies that stand elsewhere; the workspace implements it. */
import type { Diagnostic, Policy, PolicyType, SourceText } from '../language/index.ts';

export interface LoadedPolicy {
  /** Missing where the reference leads nowhere or the document's meaning is not certain. */
  readonly policy?: Policy;
  /** Those without a location get that of the reference. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param reference `./x.json` (from `from`), `a/x.json` (from the project root), `aws:Name` or the ARN of an AWS managed policy
 * @param from the text that holds the reference
 */
export type PolicyLoader = (reference: string, type: PolicyType, from: SourceText) => LoadedPolicy;
