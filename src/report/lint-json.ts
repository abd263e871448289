/** Lint findings for machines: one document, or one finding a line. */
import { positionAt, type SourceText } from '../language/index.ts';
import type { LintDiagnostic, LintResult, TextFix } from '../lint/index.ts';

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
  readonly fix?: FixJson;
}

/** The text between start and end gives way to `text`. */
interface FixJson {
  readonly title: string;
  /** How a decision may change; missing where none can. */
  readonly effect?: string;
  readonly unsafe?: true;
  readonly edits: readonly { readonly start: PositionJson; readonly end: PositionJson; readonly text: string }[];
}

interface PositionJson {
  readonly line: number;
  readonly column: number;
}

function lintDiagnosticJson(diagnostic: LintDiagnostic): LintDiagnosticJson {
  const { code, severity, message, file, policy, location, path, statement, help, fix } = diagnostic;
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
    ...(fix && location ? { fix: fixJson(fix, location.source) } : {}),
  };
}

function fixJson({ title, effect, unsafe, edits }: TextFix, source: SourceText): FixJson {
  return {
    title,
    ...(effect === undefined ? {} : { effect }),
    ...(unsafe ? { unsafe } : {}),
    edits: edits.map(({ range, text }) => ({
      start: positionAt(source, range.start),
      end: positionAt(source, range.end),
      text,
    })),
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
