/** Asks the question of a case and holds the answer against what was expected. */
import { DEFAULT_SETTINGS, type Settings } from '../language/index.ts';
import { didYouMean } from '../schema/index.ts';
import { ask } from './ask.ts';
import type { Asked } from './asked.ts';
import type { CaseResult } from './case-result.ts';
import { differencesFrom } from './compare.ts';
import type { ScenarioCase } from './scenario.ts';
import { namesStatement, referencesOf, statementsOf } from './statement-reference.ts';

export function runCase(one: ScenarioCase, settings: Settings = DEFAULT_SETTINGS): CaseResult {
  if (one.skip !== undefined) return { case: one, status: 'skipped', differences: [], steps: [], hops: [], notes: [] };
  const { problems: unaskable, ...answer } = ask(one, settings);
  const { received } = answer;
  const told = { case: one, ...answer };
  const problems = [...unaskable, ...strangeStatement(one, answer)];
  if (problems.length > 0 || !received) return { ...told, status: 'error', differences: problems };
  const differences = differencesFrom(one, received);
  return { ...told, status: differences.length === 0 ? 'passed' : 'failed', differences };
}

/** An expected statement that no policy in play has is a slip of the pen, not a failed expectation. */
function strangeStatement(
  { expected, checks }: ScenarioCase,
  { steps, received }: Pick<Asked, 'steps' | 'received'>,
): string[] {
  const { statement } = expected;
  const neverAsked = received?.failedHop !== undefined && checks.length > 0 && expected.failedHop === undefined;
  if (statement === undefined || neverAsked) return [];
  const known = statementsOf(steps.map((step) => step.result));
  if (known.some((trace) => namesStatement(statement, trace))) return [];
  const names = [...new Set(known.flatMap((trace) => referencesOf(trace)))];
  return [`no policy in play has a statement \`${statement}\`${didYouMean(statement, names)}`];
}
