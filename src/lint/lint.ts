/** One run over many policies: each by itself, and then all together. */
import { SEVERITIES, type Severity } from '../language/index.ts';
import { DEFAULT_LINT_CONFIG, type LintConfig } from './lint-config.ts';
import type { LinterOptions } from './linter.ts';
import { createLinter, type LintDiagnostic, type LintInput } from './linter.ts';

export interface LintOptions extends Omit<LinterOptions, 'config'> {
  readonly config?: LintConfig;
}

export interface LintResult {
  /** Day of the data that actions, keys and resources were held against. */
  readonly dataVersion: string;
  readonly diagnostics: readonly LintDiagnostic[];
  readonly summary: LintSummary;
}

export interface LintSummary extends Readonly<Record<Severity, number>> {
  /** Policies that were looked at. */
  readonly policies: number;
  /** Files passed by, since they are no policies. */
  readonly skipped: number;
}

/** Looks at each policy, in the order given. */
export function lint(inputs: Iterable<LintInput>, options: LintOptions): LintResult {
  const linter = createLinter({ ...options, config: options.config ?? DEFAULT_LINT_CONFIG });
  const diagnostics: LintDiagnostic[] = [];
  let policies = 0;
  let skipped = 0;
  for (const input of inputs) {
    const file = linter.lintFile(input);
    if (file.skipped === undefined) policies += 1;
    else skipped += 1;
    diagnostics.push(...file.diagnostics);
  }
  return {
    dataVersion: options.catalog.date,
    diagnostics,
    summary: { policies, skipped, ...countBySeverity(diagnostics) },
  };
}

function countBySeverity(diagnostics: readonly LintDiagnostic[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, security: 0, warning: 0, suggestion: 0 };
  for (const severity of SEVERITIES) counts[severity] = diagnostics.filter((one) => one.severity === severity).length;
  return counts;
}
