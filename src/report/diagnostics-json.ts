/** Diagnostics for machines: plain data in a stable order of members. */
import { type Diagnostic, positionAt } from '../language/index.ts';

/** Lines and columns from 1, columns in code points. */
export interface DiagnosticJson {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly path: string;
  readonly why?: string;
  readonly help?: string;
}

export function diagnosticJson({ code, severity, message, location, path, why, help }: Diagnostic): DiagnosticJson {
  const start = location && positionAt(location.source, location.range.start);
  const end = location && positionAt(location.source, location.range.end);
  return {
    code,
    severity,
    message,
    ...(location && start && end
      ? { file: location.source.name, line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
      : {}),
    path,
    ...(why === undefined ? {} : { why }),
    ...(help === undefined ? {} : { help }),
  };
}
