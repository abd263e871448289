/** Lint findings as a comment on a pull request: how many, by file, and each with its place. */
import { positionAt, SEVERITIES, type Severity } from '../language/index.ts';
import type { LintDiagnostic, LintResult } from '../lint/index.ts';
import { type FileFindings, findingsByFile } from './lint-by-file.ts';
import { lintSummary } from './lint-summary.ts';
import { codeHtml, messageHtml } from './markdown-text.ts';

/** GitHub takes 65,536 characters; the rest is for what a bot adds. */
const MOST_CHARACTERS = 60_000;
const MOST_FILES = 100;

/** By this a bot finds the comment of the run before. */
const MARK = '<!-- iamproof lint -->';

/** Files with the gravest findings first; what does not fit is counted. */
export function lintMarkdown(result: LintResult): string {
  const files = [...findingsByFile(result)].sort((a, b) => rankOf(a) - rankOf(b));
  const head = `${MARK}\n**iamproof lint**: ${lintSummary(result)}\n`;
  if (files.length === 0) return head;
  const table = fileTable(files);
  const { text, told } = details(files, MOST_CHARACTERS - head.length - table.length);
  const left = result.diagnostics.length - told;
  const rest = left === 0 ? '' : `\n${left} more ${left === 1 ? 'finding is' : 'findings are'} not shown here.\n`;
  return `${head}\n${table}${text}${rest}`;
}

/** The gravest severity of a file; 0 is the gravest. */
function rankOf({ found }: FileFindings): number {
  return Math.min(...found.map(({ severity }) => SEVERITIES.indexOf(severity)));
}

function fileTable(files: readonly FileFindings[]): string {
  const rows = files
    .slice(0, MOST_FILES)
    .map(({ file, found }) => row([codeHtml(file), ...SEVERITIES.map((one) => countOf(found, one))]));
  const more = files.length - MOST_FILES;
  if (more > 0) rows.push(row([`${more} more ${more === 1 ? 'file' : 'files'}`, ...SEVERITIES.map(() => '')]));
  return [row(['file', ...SEVERITIES]), row(['---', ...SEVERITIES.map(() => '---:')]), ...rows, ''].join('\n');
}

function countOf(found: readonly LintDiagnostic[], severity: Severity): string {
  const count = found.filter((one) => one.severity === severity).length;
  return count === 0 ? '' : String(count);
}

/** A closed section for each file, as long as there is room. */
function details(files: readonly FileFindings[], room: number): { text: string; told: number } {
  let text = '';
  let told = 0;
  for (const { file, found } of files) {
    const count = `${found.length} ${found.length === 1 ? 'finding' : 'findings'}`;
    const head = `\n<details>\n<summary>${codeHtml(file)}: ${count}</summary>\n\n${row(['place', 'severity', 'finding'])}\n${row(['---', '---', '---'])}\n`;
    const tail = '\n</details>\n';
    let rows = '';
    for (const one of found) {
      const line = `${findingRow(one)}\n`;
      if (text.length + head.length + rows.length + line.length + tail.length > room) break;
      rows += line;
      told += 1;
    }
    if (rows !== '') text += `${head}${rows}${tail}`;
  }
  return { text, told };
}

function findingRow({ code, severity, message, help, location, path, policy }: LintDiagnostic): string {
  const start = location && positionAt(location.source, location.range.start);
  const place = start ? `${start.line}:${start.column}` : codeHtml(path === '' ? '/' : path);
  const advice = help === undefined ? '' : `<br>${messageHtml(help)}`;
  const name = policy === undefined ? '' : ` ${codeHtml(policy)}`;
  return row([`${place}${name}`, severity, `${codeHtml(code)} ${messageHtml(message)}${advice}`]);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
