/** Allows of an action on roles that leave open which role. */
import { indexOfAction } from './action-facts.ts';
import type { ResourceFacts } from './resource-facts.ts';
import { type ConditionView, narrows, type StatementView, speaksOf } from './statement-view.ts';

export interface BroadRoleGrant {
  /** What leaves it open, in words. */
  readonly how: string;
  /** Position of the action that gives it; -1 where NotAction does. */
  readonly action: number;
}

/** Undefined where the action is not given, is limited to some roles, or a condition on the key narrows it. */
export function broadRoleGrant(view: StatementView, action: string, key: string): BroadRoleGrant | undefined {
  if (!view.allows || (!view.notResource && !view.resources.some(isAnyRole)) || !speaksOf(view, action))
    return undefined;
  if (view.conditions.some((condition) => isOn(condition, key))) return undefined;
  const target = view.notResource ? 'every role that `NotResource` does not list' : 'every role';
  if (view.notAction) return { how: `\`NotAction\` allows \`${action}\` on ${target}`, action: -1 };
  const index = indexOfAction(view.actions, action);
  const text = view.actions[index]?.text ?? action;
  const isNamed = text.toLowerCase() === action.toLowerCase();
  return {
    how: isNamed ? `\`${action}\` is allowed on ${target}` : `\`${text}\` takes in \`${action}\` on ${target}`,
    action: index,
  };
}

function isOn(condition: ConditionView, key: string): boolean {
  return condition.key.lower === key.toLowerCase() && narrows(condition);
}

/** AWS: roles named after a service (`role/Service*`) are a limit; a wildcard for the whole name is none. */
function isAnyRole({ everything, arn }: ResourceFacts): boolean {
  if (everything) return true;
  if (!arn || !/^(?:iam|\*)$/.test(arn.service)) return false;
  return /^(?:\*+|role\/?\*+|role\/aws-service-role\/\*+)(?:\/\*+)*$/.test(arn.resource);
}
