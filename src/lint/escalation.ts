/** What a policy gives of the known ways to all rights, and which ways it completes. */

import { TRAIT } from './action-traits.ts';
import { isUnconditional } from './breadth.ts';
import type { Place } from './check.ts';
import { ESCALATIONS, type Escalation, escalatingActions } from './escalations.ts';
import { atAction } from './places.ts';
import type { ResourceFacts } from './resource-facts.ts';
import { conditionOn, narrows, type StatementView, someAction, speaksOf } from './statement-view.ts';
import type { Subject } from './subject.ts';

/** An action that a policy gives without a limit worth the name. */
export interface GivenAction {
  readonly action: string;
  readonly at: Place;
  /** Services that a passed role is limited to. */
  readonly passedTo?: readonly string[];
}

/** The actions of the table that the policy gives on everything of their kind and does not deny again. */
export function givenActions({ statements }: Subject): GivenAction[] {
  const given: GivenAction[] = [];
  for (const view of statements) {
    // Every action on everything is told by full-wildcard, and NotAction by allow-not-action.
    if (!view.allows || view.notAction || view.notResource || !view.resources.some(isOpen)) continue;
    if (!someAction(view, TRAIT.escalates)) continue;
    for (const [index, facts] of view.actions.entries()) {
      if ((facts.traits & TRAIT.escalates) === 0) continue;
      for (const action of escalatingActions(facts.compiled)) {
        if (given.some((one) => one.action === action)) continue;
        const passedTo = action === 'iam:PassRole' ? limitOfPassing(view) : undefined;
        if (!isUnconditional(view) && !passedTo) continue;
        if (statements.some((other) => deniesAll(other, action))) continue;
        given.push({ action, at: atAction(view, index), ...(passedTo ? { passedTo } : {}) });
      }
    }
  }
  return given;
}

/** Everything, or everything of a kind: `arn:aws:iam::*:user/*`. A path or a variable is a limit. */
function isOpen({ everything, arn, hasVariable }: ResourceFacts): boolean {
  if (everything) return true;
  return arn !== undefined && !hasVariable && /^(?:\*|[a-z-]+[/:]\*|[a-z-]+\*)$/.test(arn.resource);
}

function limitOfPassing(view: StatementView): readonly string[] | undefined {
  const condition = conditionOn(view, 'iam:passedtoservice');
  if (!condition || !narrows(condition) || view.conditions.length > 1) return undefined;
  return condition.entry.values.map(({ value }) => value);
}

function deniesAll(view: StatementView, action: string): boolean {
  const isPlain = !view.allows && view.statement.conditions.length === 0 && !view.notResource;
  return isPlain && view.resources.some(({ everything }) => everything) && speaksOf(view, action);
}

/** The ways that the actions complete, each with the actions in its order. */
export function completed(given: readonly GivenAction[]): { escalation: Escalation; steps: readonly GivenAction[] }[] {
  if (given.length === 0) return [];
  return ESCALATIONS.flatMap((escalation) => {
    const steps = escalation.actions.flatMap(
      (action) => given.find((one) => one.action === action && reaches(one, escalation)) ?? [],
    );
    return steps.length === escalation.actions.length ? [{ escalation, steps }] : [];
  });
}

function reaches({ passedTo }: GivenAction, escalation: Escalation): boolean {
  if (!passedTo || escalation.passedTo === undefined) return true;
  return passedTo.some((service) => service.startsWith(`${escalation.passedTo}.`) || service.startsWith('*'));
}
