/** Lint findings for machines: one document, or one finding a line. */
import { positionAt } from '../language/index.ts';
import type { LintDiagnostic, LintResult } from '../lint/index.ts';

/** Lines and columns from 1, columns in code points; members in a fixed order. */
interface LintDiagnosticJson {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly policy?: string;
  readonly range?: { readonly start: PositionJson; readonly end: PositionJson };
  readonly path: string;
  readonly statement?: number;
  readonly help?: string;
}

interface PositionJson {
  readonly line: number;
  readonly column: number;
}

function lintDiagnosticJson(diagnostic: LintDiagnostic): LintDiagnosticJson {
  const { code, severity, message, file, policy, location, path, statement, help } = diagnostic;
  const range = location && {
    start: positionAt(location.source, location.range.start),
    end: positionAt(location.source, location.range.end),
  };
  return {
    code,
    severity,
    message,
    file,
    ...(policy === undefined ? {} : { policy }),
    ...(range ? { range } : {}),
    path,
    ...(statement === undefined ? {} : { statement }),
    ...(help === undefined ? {} : { help }),
  };
}

/** What a run found, as a part of a document. */
export function lintFindings({ dataVersion, diagnostics, summary }: LintResult) {
  return { dataVersion, diagnostics: diagnostics.map(lintDiagnosticJson), summary };
}

/** The whole result as one document. */
export function lintJson(result: LintResult): string {
  return `${JSON.stringify({ schemaVersion: 1, ...lintFindings(result) }, null, 2)}\n`;
}

/** One finding a line. */
export function lintJsonLines({ diagnostics }: LintResult): string {
  return diagnostics.map((one) => `${JSON.stringify(lintDiagnosticJson(one))}\n`).join('');
}
