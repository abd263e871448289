/** Lint findings as workflow commands, which GitHub Actions shows beside the lines of a pull request. */
import { formatLocation, type Location, positionAt, SEVERITIES, type Severity } from '../language/index.ts';
import type { LintDiagnostic, LintResult } from '../lint/index.ts';
import { lintSummary } from './lint-summary.ts';
import { printable } from './printable.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  security: 'error',
  warning: 'warning',
  suggestion: 'notice',
};

/**
 * The gravest first, since GitHub shows only ten of a kind for each step; then the summary.
 * @param inRepository the name of a file as seen from the root of the repository
 */
export function lintGithub(result: LintResult, inRepository: (file: string) => string = (file) => file): string {
  const lines = SEVERITIES.flatMap((severity) =>
    result.diagnostics
      .filter((one) => one.severity === severity)
      .map((one) => `${command(one, inRepository(one.file))}\n`),
  );
  return `${lines.join('')}${lintSummary(result)}\n`;
}

function command({ severity, code, message, help, location, path }: LintDiagnostic, name: string): string {
  const properties = { file: name, ...(location ? span(location) : {}), title: `${severity}: ${code}` };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  // The log shows the message alone: it says the place once more.
  const place = location ? formatLocation({ ...location, source: { ...location.source, name } }) : `${name} ${path}`;
  const words = [message, ...(help === undefined ? [] : [`help: ${help}`]), `at ${place}`];
  return `::${COMMANDS[severity]} ${list.join(',')}::${escapeData(words.map(printable).join('\n'))}`;
}

/** Lines and columns from 1; GitHub takes columns only within one line. */
function span({ source, range }: Location): Readonly<Record<string, number>> {
  const start = positionAt(source, range.start);
  const end = positionAt(source, range.end);
  const lines = { line: start.line, endLine: end.line };
  return start.line === end.line ? { ...lines, col: start.column, endColumn: end.column } : lines;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
