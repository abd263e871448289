/** Changes of one condition of a statement. */
import {
  type ConditionEntry,
  formatOperator,
  type OperatorUse,
  parseOperator,
  type Statement,
} from '../../language/index.ts';
import type { StatementChange } from './mutator.ts';

/** The statement with another condition in place of one; without it where there is none. */
export function withCondition(statement: Statement, index: number, entry: ConditionEntry | undefined): Statement {
  const conditions = statement.conditions.flatMap((one, at) => (at !== index ? [one] : entry ? [entry] : []));
  return { ...statement, conditions };
}

/** Gives each condition another operator, where the mutator has one for it. */
export function changeOperators(
  statement: Statement,
  change: (use: OperatorUse, entry: ConditionEntry) => OperatorUse | undefined,
): StatementChange[] {
  return statement.conditions.flatMap((entry, index) => {
    const use = parseOperator(entry.operator);
    const changed = use && change(use, entry);
    if (!changed) return [];
    const operator = formatOperator(changed);
    return {
      words: `with ${operator} for ${entry.operator} on ${entry.key}`,
      range: entry.range,
      statement: withCondition(statement, index, { ...entry, operator }),
    };
  });
}

/** Gives values of conditions others, one at a time. */
export function changeValues(
  statement: Statement,
  change: (value: string, use: OperatorUse) => readonly string[],
): StatementChange[] {
  return statement.conditions.flatMap((entry, index) => {
    const use = parseOperator(entry.operator);
    if (!use) return [];
    return entry.values.flatMap((text, at) =>
      change(text.value, use).map((value) => ({
        words: `with \`${value}\` for \`${text.value}\` in ${entry.operator} on ${entry.key}`,
        range: text.range ?? entry.range,
        statement: withCondition(statement, index, { ...entry, values: entry.values.with(at, { value }) }),
      })),
    );
  });
}
