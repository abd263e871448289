/** The checks of a case, put to the evaluator. */
import { type Caller, deriveRequest } from '../environment/index.ts';
import { evaluate } from '../evaluate/index.ts';
import type { Settings } from '../language/index.ts';
import type { CaseQuestion } from './ask.ts';
import { type Asked, receivedFrom } from './asked.ts';
import type { Step } from './case-result.ts';
import { layContext } from './given-values.ts';

export function askChecks(one: CaseQuestion, caller: Caller, settings: Settings): Asked {
  const { environment, from, catalog } = one;
  const derived = one.checks.map(({ action, resource, context: own }) =>
    deriveRequest(environment, caller, { action, resource, context: layContext(one.context, own), from, catalog }),
  );
  const notes = derived.flatMap((request) => request.notes);
  const problems = derived.flatMap((request) => request.problems);
  const steps = derived.map((question, index): Step => {
    return { ...question, of: 'check', index, result: evaluate(question.policies, question.request, settings) };
  });
  const { received, decisive } = receivedFrom(steps);
  if (problems.length > 0 || !received || !decisive) return { steps, notes, problems };
  const failed = one.multiple && decisive.result.decision !== 'allowed' ? { failedCheck: decisive.index } : {};
  return { steps, notes, problems, received: { ...received, ...failed }, decisive };
}
