/** What a change is, line by line: its statements, then what it does to what is allowed. */
import type { Change, Judge } from '../account/index.ts';
import type { PolicyComparison } from '../prove/index.ts';
import { differenceLines } from './compare-pretty.ts';
import { COMPARISON_WORDS } from './compare-rows.ts';
import type { Paint } from './paint.ts';
import { statementDiff } from './statement-diff.ts';

export interface ChangeLook {
  readonly paint: Paint;
  readonly judge: Judge;
}

export const CHANGE_MARKS = { create: '+', update: '~', delete: '-' } as const;

/** @param documents by their hash */
export function changeDetails(
  change: Change,
  { documents, comparison }: { documents: Readonly<Record<string, string>>; comparison: PolicyComparison | undefined },
  { paint, judge }: ChangeLook,
): readonly string[] {
  const text = (hash: string | undefined) => (hash === undefined ? undefined : documents[hash]);
  // Of an attachment the document is somebody else's, or a change of its own.
  const isOwn = change.kind !== 'attachment' && change.kind !== 'boundary';
  const diffs = isOwn ? statementDiff(text(change.before), text(change.after)) : [];
  return [
    ...diffs.flatMap(({ action, name, lines }) => [
      `    ${CHANGE_MARKS[action]} ${name}`,
      ...lines.map(({ mark, text: line }) => {
        const shown = `      ${mark} ${line}`;
        return mark === '+' ? paint.good(shown) : mark === '-' ? paint.bad(shown) : shown;
      }),
    ]),
    ...(comparison
      ? [
          `    ${paint.strong(COMPARISON_WORDS[comparison.comparison])}`,
          ...differenceLines(comparison, judge.catalog, paint).map((line) => `    ${line}`),
        ]
      : []),
  ];
}
