/** The calls that a plan takes, forwards, and those that are left of a run. */

import type { Way } from './journal.ts';
import type { Plan } from './plan.ts';
import { type Run, stepOf, versionOf } from './run.ts';
import { callOf } from './step-call.ts';
import type { WriteCall } from './write-call.ts';

/** In order. A version that the plan makes is `new`: AWS gives its number. */
export function plannedCalls(plan: Plan): readonly WriteCall[] {
  return plan.steps.map((step) => callOf(step, plan, (_object, slot) => slot));
}

/** What it takes to bring a run to its end, one way or the other. */
export function remainingCalls(run: Run, way: Way): readonly WriteCall[] {
  const { plan, made } = run;
  const steps =
    way === 'forwards' ? plan.steps.flatMap((_one, index) => (made.includes(index) ? [] : index)) : [...made].reverse();
  return steps.map((step) => callOf(stepOf(plan, { step, way }), plan, (object, slot) => versionOf(run, object, slot)));
}
