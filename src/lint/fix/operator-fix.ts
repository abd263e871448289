/** Another operator for a condition, where it is the only one under its operator. */
import { member, pointerStep } from '../../parse/index.ts';
import type { ConditionView, StatementView } from '../statement-view.ts';
import { type Fix, rename } from './change.ts';

export function operatorFix(
  { node, path }: StatementView,
  { entry }: ConditionView,
  operator: string,
  effect: string,
): Fix | undefined {
  const condition = member(node, 'Condition');
  const keys = member(condition, entry.operator);
  if (keys?.kind !== 'object' || keys.members.length !== 1 || member(condition, operator)) return undefined;
  return rename(`${path}/Condition${pointerStep(entry.operator)}`, operator, effect);
}
