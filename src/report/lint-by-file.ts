/** Lint findings by the file that they are in, in the order of the run. */
import type { LintDiagnostic, LintResult } from '../lint/index.ts';

export interface FileFindings {
  readonly file: string;
  readonly found: readonly LintDiagnostic[];
}

export function findingsByFile({ diagnostics }: LintResult): readonly FileFindings[] {
  const files = new Map<string, LintDiagnostic[]>();
  for (const one of diagnostics) {
    const found = files.get(one.file);
    if (found) found.push(one);
    else files.set(one.file, [one]);
  }
  return [...files].map(([file, found]) => ({ file, found }));
}
