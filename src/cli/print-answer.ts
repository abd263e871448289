/** Prints the answers of simulations, and turns expectations into exit codes. */
import { DETAIL_LEVELS, type DetailLevel, explain } from '../explain/index.ts';
import type { EvaluationResult, PoliciesInPlay, Request, Settings } from '../language/index.ts';
import { formatExplanation } from '../report/explanation.ts';
import type { Answer, Expectation } from '../simulation/index.ts';
import { compareWithExpectation } from '../simulation/index.ts';
import { type Options, text } from './command.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

/** An answer with what it was made of. */
export interface Answered {
  readonly answer: Answer;
  readonly policies: PoliciesInPlay;
  readonly evaluations: readonly { readonly request: Request; readonly result: EvaluationResult }[];
}

/** One answer for people, each pair of the call explained. */
export function explainAnswer(
  { paint, ascii }: Pick<Context, 'paint' | 'ascii'>,
  answered: Answered,
  options: Options,
  settings: Settings,
): string {
  const level = levelOf(options);
  return answered.evaluations
    .map(({ request, result }) => {
      const explanation = explain({ policies: answered.policies, request }, result, settings);
      return formatExplanation(explanation, result, { paint, ascii, level });
    })
    .join('\n');
}

function levelOf(options: Options): DetailLevel {
  return DETAIL_LEVELS.find((level) => level === text(options, 'explain')) ?? 'verdict';
}

/** Tells what differs and answers 1, or 0 where all is as expected. */
export function checkExpectation(context: Context, expected: Expectation, answer: Answer): ExitCode {
  const differences = differencesOf(expected, answer);
  if (differences !== '') context.host.tell(differences);
  return differences === '' ? EXIT.done : EXIT.no;
}

/** A line for each thing that is not as expected. */
export function differencesOf(expected: Expectation, answer: Answer): string {
  const id = answer.id === undefined ? '' : `${answer.id}: `;
  return compareWithExpectation(expected, answer)
    .map((difference) => `${id}${difference}\n`)
    .join('');
}

/** The expectation of `--expect`. */
export function expectationOf(options: Options): Expectation | undefined {
  const decision = (['allowed', 'denied', 'explicitDeny', 'implicitDeny'] as const).find(
    (one) => one === text(options, 'expect'),
  );
  return decision && { decision };
}
