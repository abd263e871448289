/** Who may do something, for people: a line for each caller and resource, its reasons below where there are several. */
import type { Sentence } from '../explain/index.ts';
import { formatLocation } from '../language/index.ts';
import type { AccessRow, AccessVerdict } from '../query/index.ts';
import type { Paint } from './paint.ts';

export interface AccessLook {
  readonly paint: Paint;
  readonly ascii: boolean;
}

/** @param name what tells rows apart: the caller, the resource or both */
export function formatAccessRows(
  rows: readonly AccessRow[],
  name: (row: AccessRow) => string,
  { paint, ascii }: AccessLook,
): string {
  const width = Math.min(60, Math.max(0, ...rows.map((row) => name(row).length)));
  const lines = rows.flatMap((row) => {
    const [first, ...others] = row.reasons.map((reason) => reasonWords(reason, paint));
    const head = `  ${markOf(row.verdict, { paint, ascii })} ${name(row).padEnd(width)}  ${first ?? row.verdict}`;
    return [head.trimEnd(), ...others.map((reason) => `    ${' '.repeat(width)}  ${reason}`)];
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function reasonWords({ text, location }: Sentence, paint: Paint): string {
  return location ? `${text} ${paint.quiet(`(${formatLocation(location)})`)}` : text;
}

const MARKS: Readonly<Record<AccessVerdict, readonly [mark: string, ascii: string]>> = {
  allowed: ['✓', '+'],
  conditional: ['◐', '?'],
  denied: ['✗', 'x'],
};

function markOf(verdict: AccessVerdict, { paint, ascii }: AccessLook): string {
  const colour = { allowed: paint.good, conditional: paint.note, denied: paint.bad }[verdict];
  return colour(MARKS[verdict][ascii ? 1 : 0]);
}

/** `3 allowed, 1 conditional, 20 denied`. */
export function countWords(counts: Readonly<Record<AccessVerdict, number>>): string {
  return (['allowed', 'conditional', 'denied'] as const).map((verdict) => `${counts[verdict]} ${verdict}`).join(', ');
}
