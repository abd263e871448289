/** Diagnostics for people: what, where with an excerpt, why and what to do. */
import { type Diagnostic, formatLocation, type Location, positionAt, type Severity } from '../language/index.ts';
import { type Paint, PLAIN } from './paint.ts';

/** A finding of a file that holds several policies also says which. */
type Shown = Diagnostic & { readonly policy?: string };

/** Every diagnostic with its excerpt, an empty line between. */
export function formatDiagnostics(diagnostics: readonly Shown[], paint: Paint = PLAIN): string {
  return diagnostics.map((one) => `${formatDiagnostic(one, paint)}\n`).join('\n');
}

function formatDiagnostic(diagnostic: Shown, paint: Paint): string {
  const { severity, code, message, location, path, policy, help, why } = diagnostic;
  const inPolicy = policy === undefined ? '' : ` in ${policy}`;
  const colour = severityPaint(severity, paint);
  const lines = [`${colour(`${severity}[${code}]`)}: ${paint.strong(message)}`];
  if (location) lines.push(`  --> ${formatLocation(location)}${inPolicy}`, ...excerpt(location, paint));
  else if (path) lines.push(`  --> ${path}`);
  if (why) lines.push(`   = why:  ${why}`);
  if (help) lines.push(`   = help: ${help}`);
  return lines.join('\n');
}

function severityPaint(severity: Severity, paint: Paint): Paint['bad'] {
  return severity === 'error' || severity === 'security' ? paint.bad : paint.note;
}

/** The line, and a mark under the part that is meant; a part of several lines is marked to the end of its first. */
function excerpt({ source, range }: Location, paint: Paint): string[] {
  const { line } = positionAt(source, range.start);
  const start = source.text.lastIndexOf('\n', range.start - 1) + 1;
  const newline = source.text.indexOf('\n', start);
  const end = newline === -1 ? source.text.length : newline;
  // Of a very long line only what is around the mark: no more of it is shown.
  const from = Math.max(start, range.start - AROUND);
  const text = source.text.slice(from, Math.min(end, range.start + AROUND)).replace(/\r$/, '');
  const width = Math.max(1, Math.min(range.end, from + text.length) - range.start);
  const shown = shorten(text, [...source.text.slice(from, range.start)].length, width);
  const gutter = ' '.repeat(String(line).length);
  return [
    paint.quiet(` ${gutter} |`),
    `${paint.quiet(` ${line} |`)} ${shown.text}`,
    `${paint.quiet(` ${gutter} |`)} ${' '.repeat(shown.at)}${paint.bad('^'.repeat(shown.width))}`,
  ];
}

const MOST_COLUMNS = 120;
/** UTF-16 codes before and after the mark that are looked at. */
const AROUND = 1000;

/** A long line (JSON on one line, say) is cut to the part around the mark. Tabs become spaces so that the mark stays under it. */
function shorten(line: string, at: number, width: number): { text: string; at: number; width: number } {
  const characters = [...line.replaceAll('\t', ' ')];
  if (characters.length <= MOST_COLUMNS) return { text: characters.join(''), at, width };
  const from = Math.max(0, at - 40);
  const cut = characters.slice(from, from + MOST_COLUMNS - 6).join('');
  const lead = from > 0 ? '...' : '';
  const tail = from + MOST_COLUMNS - 6 < characters.length ? '...' : '';
  return {
    text: `${lead}${cut}${tail}`,
    at: at - from + lead.length,
    width: Math.min(width, MOST_COLUMNS - 6 - (at - from)),
  };
}
