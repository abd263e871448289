/** What differs between an expectation and an answer. */
import type { Verdict } from '../language/index.ts';
import type { Received } from './case-result.ts';
import type { Expected, ExpectedDecision, ScenarioCase } from './scenario.ts';
import { namesStatement, referencesOf } from './statement-reference.ts';

/** One phrase for each expectation that does not hold; empty when all do. */
export function differencesFrom(one: Pick<ScenarioCase, 'expected' | 'checks'>, received: Received): readonly string[] {
  const { expected } = one;
  return [
    ...neverAsked(one, received),
    ...decisionDifference(expected, received),
    ...decidedByDifference(expected, received),
    ...statementDifference(expected, received),
    ...failedDifference('check', expected.failedCheck, received.failedCheck),
    ...failedDifference('hop', expected.failedHop, received.failedHop),
  ];
}

/** An unknown verdict meets no expectation. */
function meets(expected: ExpectedDecision, verdict: Verdict): boolean {
  if (expected === 'denied') return verdict === 'explicitDeny' || verdict === 'implicitDeny';
  return verdict === expected;
}

/** A denial on the way there is no answer to the question, unless the scenario says so. */
function neverAsked(
  { expected, checks }: Pick<ScenarioCase, 'expected' | 'checks'>,
  { failedHop }: Received,
): string[] {
  if (failedHop === undefined || checks.length === 0 || expected.failedHop !== undefined) return [];
  return [
    `hop ${failedHop} was refused, so the question was never asked; \`failedHop: ${failedHop}\` would expect that`,
  ];
}

function decisionDifference(expected: Expected, received: Received): string[] {
  return meets(expected.decision, received.decision)
    ? []
    : [`expected the decision \`${expected.decision}\`, received \`${received.decision}\``];
}

function decidedByDifference(expected: Expected, received: Received): string[] {
  if (expected.decidedBy === undefined || expected.decidedBy === received.decidedBy) return [];
  return [`expected it decided by \`${expected.decidedBy}\`, received \`${received.decidedBy ?? 'nothing'}\``];
}

function statementDifference({ statement }: Expected, received: Received): string[] {
  if (statement === undefined) return [];
  if (received.statements.some(({ trace }) => namesStatement(statement, trace))) return [];
  const deciding = received.statements.map(({ trace }) => `\`${referencesOf(trace)[0]}\``);
  const what = deciding.length === 0 ? 'no statement decided' : `received ${deciding.join(', ')}`;
  return [`expected it decided by statement \`${statement}\`, ${what}`];
}

function failedDifference(what: 'check' | 'hop', expected: number | undefined, received: number | undefined): string[] {
  if (expected === undefined || expected === received) return [];
  return [`expected ${what} ${expected} to fail, received ${received === undefined ? 'none' : `${what} ${received}`}`];
}
