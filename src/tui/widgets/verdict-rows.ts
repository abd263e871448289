/** The current request and its answer in a few rows, for every screen that shows it. */
import { VERDICT_WORDS } from '../../explain/index.ts';
import type { Truth, Verdict } from '../../language/index.ts';
import type { Answered } from '../project/project.ts';
import { callWords } from '../request-draft.ts';
import { type Row, row, type Style, span, wrapText } from '../text-row.ts';
import type { Marks } from '../theme.ts';

export function verdictStyle(verdict: Verdict): Style {
  return verdict === 'allowed' ? 'good' : verdict === 'unknown' ? 'note' : 'bad';
}

export function verdictMark(verdict: Verdict, marks: Marks): string {
  return verdict === 'allowed' ? marks.yes : verdict === 'unknown' ? marks.unknown : marks.no;
}

export function truthMark(mark: Truth | 'none', marks: Marks): string {
  return { yes: marks.yes, no: marks.no, unknown: marks.unknown, none: marks.none }[mark];
}

/** `✗ implicit deny   user/alice: s3:GetObject on arn:...`. */
export function verdictRow({ request, answer }: Answered, marks: Marks): Row {
  const decision = answer?.received?.decision;
  const asked = `${request.principal}: ${callWords(request)}`;
  if (!decision) return row(span(`${marks.no} cannot be asked`, 'bad'), `   ${asked}`);
  return row(
    span(`${verdictMark(decision, marks)} ${VERDICT_WORDS[decision].toUpperCase()}`, verdictStyle(decision)),
    `   ${asked}`,
  );
}

/** Why, what came nearest, what would change it; each sentence wrapped. */
export function whyRows({ answer, explanation, problems }: Answered, width: number): Row[] {
  const refusal = answer?.received?.refusal;
  const sentences: [text: string, style?: Style][] = [
    ...problems.map((text): [string, Style] => [text, 'bad']),
    ...(refusal === undefined ? [] : [[refusal] satisfies [string]]),
    ...(explanation?.because ?? []).map(({ text }): [string] => [text]),
    ...(explanation?.nearMisses ?? []).map(({ text }): [string, Style] => [`nearest miss: ${text}`, 'note']),
    ...(explanation?.flips ?? []).map(({ changes }): [string, Style] => [
      `to allow it: ${changes.map((change) => change.text).join(', and ')}`,
      'accent',
    ]),
  ];
  return sentences.flatMap(([text, style]) =>
    wrapText(text, width - 2).map((line, index) => row(index === 0 ? '' : '  ', span(line, style))),
  );
}
