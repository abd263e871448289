/** Lint findings for people: each with its excerpt, and how many there are. */
import type { LintResult } from '../lint/index.ts';
import { formatDiagnostics } from './diagnostics-pretty.ts';
import { lintSummary } from './lint-summary.ts';
import type { Paint } from './paint.ts';

export function lintPretty(result: LintResult, paint: Paint): string {
  const { diagnostics } = result;
  const text = diagnostics.length > 0 ? `${formatDiagnostics(diagnostics, paint)}\n` : '';
  return `${text}${lintSummary(result)}\n`;
}
