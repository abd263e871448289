/** A case that failed, for people: expected, received, why, and the scenario as written. */
import { formatLocation } from '../language/index.ts';
import type { CaseResult } from '../scenario/index.ts';
import { printable } from './printable.ts';
import { excerptLines } from './scenario-excerpt.ts';
import type { Look } from './scenario-look.ts';
import { expectedWords, receivedWords } from './scenario-words.ts';

export function failureLines(result: CaseResult, look: Look): string[] {
  const { paint, marks } = look;
  const { case: asked, status, received } = result;
  const head = `${marks[status]} ${printable(asked.name)}`;
  const facts =
    status === 'error'
      ? labelled('error', result.differences)
      : [
          ...labelled('expected', [expectedWords(asked.expected)]),
          ...labelled('received', [receivedWords(received)]),
          ...labelled('but', extraDifferences(result)),
          ...labelled('why', look.explain(result)),
          ...labelled('note', result.notes),
        ];
  const excerpt = excerptLines(
    {
      from: asked.location.range.start,
      location: asked.expectedLocation,
      label: status === 'error' ? 'could not be asked' : `received ${receivedWords(received)}`,
    },
    paint,
    marks,
  );
  return [
    paint.bad(head),
    `${paint.quiet(marks.arrow)} ${formatLocation(asked.location)}`,
    ...facts.map((line) => `  ${printable(line)}`),
    ...excerpt.map((line) => `  ${line}`),
  ];
}

/** What expected and received do not tell by themselves: they read alike, or the question was never asked. */
export function extraDifferences({ case: asked, received, differences }: CaseResult): readonly string[] {
  const { expected } = asked;
  const unforeseen = received?.failedHop !== undefined && expected.failedHop === undefined;
  return unforeseen || expectedWords(expected) === receivedWords(received) ? differences : [];
}

/** The label before the first line, the others under it. */
function labelled(label: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => `${(index === 0 ? label : '').padEnd(10)}${line}`);
}
