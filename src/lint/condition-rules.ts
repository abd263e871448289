/** A condition of a policy, held against a rule of an organization. */
import { coversText } from '../language/index.ts';
import type { ConditionRule } from './lint-config.ts';
import type { ConditionView } from './statement-view.ts';

/** Is it a condition on the rule's key, with its operator and nothing but its values where it names them? */
export function fulfils({ key, entry }: ConditionView, rule: ConditionRule): boolean {
  if (!coversText(rule.key.toLowerCase(), key.lower)) return false;
  if (rule.operator !== undefined && rule.operator.toLowerCase() !== entry.operator.toLowerCase()) return false;
  const { values } = rule;
  return !values || entry.values.every(({ value }) => values.some((wanted) => coversText(wanted, value)));
}
