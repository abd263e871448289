/** Expectations, answers and reasons of scenario cases in words, for every format. */
import { explain, VERDICT_WORDS } from '../explain/index.ts';
import { formatLocation, type Settings } from '../language/index.ts';
import { type CaseResult, type Expected, type Received, referencesOf } from '../scenario/index.ts';

/** `implicit deny by boundary, check 1`. */
export function expectedWords(expected: Expected): string {
  const { decision } = expected;
  return [
    `${decision === 'denied' ? 'denied' : VERDICT_WORDS[decision]}${by(expected.decidedBy)}`,
    ...(expected.statement === undefined ? [] : [`statement ${expected.statement}`]),
    ...failedWords(expected),
  ].join(', ');
}

/** `allowed by identity, statement ReadLogs`; `nothing` where the question could not be asked. */
export function receivedWords(received: Received | undefined): string {
  if (!received) return 'nothing';
  const rule = received.decidedBy === undefined && received.rule !== undefined ? ` (${received.rule})` : '';
  const statements = received.statements.map(({ trace }) => referencesOf(trace)[0] ?? '');
  return [
    `${VERDICT_WORDS[received.decision]}${by(received.decidedBy)}${rule}`,
    ...(statements.length === 0 ? [] : [`statement ${[...new Set(statements)].join(' and ')}`]),
    ...failedWords(received),
  ].join(', ');
}

function by(decidedBy: string | undefined): string {
  return decidedBy === undefined ? '' : ` by ${decidedBy}`;
}

function failedWords({ failedCheck, failedHop }: { failedCheck?: number; failedHop?: number }): string[] {
  return [
    ...(failedCheck === undefined ? [] : [`check ${failedCheck} fails`]),
    ...(failedHop === undefined ? [] : [`hop ${failedHop} fails`]),
  ];
}

/** Why the answer is what it is: the deciding layer and statements with their places, or what came nearest. */
export function whyWords(result: CaseResult, settings?: Settings): readonly string[] {
  const { decisive, received } = result;
  if (!decisive) return received?.refusal === undefined ? [] : [received.refusal];
  const { because, nearMisses } = explain(decisive, decisive.result, settings);
  const words = ({ text, location }: (typeof because)[number]) =>
    location ? `${text} (${formatLocation(location)})` : text;
  return [
    ...(received?.refusal === undefined ? [] : [received.refusal]),
    ...because.map(words),
    ...nearMisses.slice(0, 1).map((miss) => `nearest: ${words(miss)}`),
  ];
}
