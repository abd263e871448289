/** The checks of a case, put to the evaluator. */
import { type Caller, deriveRequest } from '../environment/index.ts';
import { evaluate } from '../evaluate/index.ts';
import type { Settings } from '../language/index.ts';
import { type Asked, receivedFrom } from './asked.ts';
import type { Step } from './case-result.ts';
import type { ScenarioCase } from './scenario.ts';

export function askChecks(one: ScenarioCase, caller: Caller, settings: Settings): Asked {
  const { environment, from, catalog } = one;
  const derived = one.checks.map(({ action, resource, context }) =>
    deriveRequest(environment, caller, { action, resource, context: { ...one.context, ...context }, from, catalog }),
  );
  const notes = derived.flatMap((request) => request.notes);
  const problems = derived.flatMap((request) => request.problems);
  const steps = derived.map(({ policies, request }, index): Step => {
    return { of: 'check', index, policies, request, result: evaluate(policies, request, settings) };
  });
  const { received, decisive } = receivedFrom(steps);
  if (problems.length > 0 || !received || !decisive) return { steps, notes, problems };
  const failed = one.multiple && decisive.result.decision !== 'allowed' ? { failedCheck: decisive.index } : {};
  return { steps, notes, problems, received: { ...received, ...failed }, decisive };
}
