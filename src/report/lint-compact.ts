/** Lint findings one a line, as editors and problem matchers read them. */
import { positionAt } from '../language/index.ts';
import type { LintResult } from '../lint/index.ts';
import { lintSummary } from './lint-summary.ts';

/** `file:line:column: severity code message`. */
export function lintCompact(result: LintResult): string {
  const lines = result.diagnostics.map(({ file, policy, location, severity, code, message }) => {
    const place = location ? positionAt(location.source, location.range.start) : { line: 1, column: 1 };
    return `${file}:${place.line}:${place.column}: ${severity} ${code} ${message}${policy === undefined ? '' : ` (${policy})`}\n`;
  });
  return `${lines.join('')}${lintSummary(result)}\n`;
}
