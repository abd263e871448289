/** The last line of a lint run. */
import { SEVERITIES } from '../language/index.ts';
import type { LintResult, LintSummary } from '../lint/index.ts';

const PLURALS = { error: 'errors', security: 'security findings', warning: 'warnings', suggestion: 'suggestions' };
const SINGULARS = { error: 'error', security: 'security finding', warning: 'warning', suggestion: 'suggestion' };

/** `1 error, 2 warnings`, or `nothing found`. */
export function findingCounts(summary: LintSummary): string {
  const counts = SEVERITIES.filter((severity) => summary[severity] > 0).map((severity) => {
    const count = summary[severity];
    return `${count} ${(count === 1 ? SINGULARS : PLURALS)[severity]}`;
  });
  return counts.length > 0 ? counts.join(', ') : 'nothing found';
}

/** `1 error, 2 warnings in 14 policies (AWS data of 2026-09-26)`. */
export function lintSummary({ summary, dataVersion, diagnostics }: LintResult): string {
  const skipped = summary.skipped > 0 ? `; ${summary.skipped} files are no policies` : '';
  const policies = summary.policies === 1 ? '1 policy' : `${summary.policies} policies`;
  const fixable = diagnostics.filter(({ fix }) => fix && !fix.unsafe).length;
  const fixes = fixable > 0 ? `; ${fixable} fixable with --fix` : '';
  return `${findingCounts(summary)} in ${policies}${skipped} (AWS data of ${dataVersion})${fixes}`;
}
