/** Another condition key for one that does not exist, where one or two slips lead to it and to no other. */
import { type ConditionKey, typingErrors } from '../../catalog/index.ts';
import { member, pointerStep } from '../../parse/index.ts';
import type { ConditionView, StatementView } from '../statement-view.ts';
import { type Fix, rename } from './change.ts';

const MOST_SLIPS = 2;

/** @param known the keys that it could be */
export function keyTypoFix(
  view: StatementView,
  { entry }: ConditionView,
  near: string | undefined,
  known: readonly ConditionKey[],
): Fix | undefined {
  const errors = (name: string) => typingErrors(entry.key.toLowerCase(), name.toLowerCase());
  if (near === undefined || near.includes('$') || errors(near) > MOST_SLIPS) return undefined;
  const rivals = known.filter(({ name }) => name !== near && errors(name) <= errors(near));
  const block = member(member(view.node, 'Condition'), entry.operator);
  if (rivals.length > 0 || member(block, near)) return undefined;
  const path = `${view.path}/Condition${pointerStep(entry.operator)}${pointerStep(entry.key)}`;
  return rename(path, near, `the condition then reads \`${near}\`; until now its key was never there`);
}
