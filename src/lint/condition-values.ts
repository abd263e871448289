/** The values of a condition, read as its operator reads them. */
import { parseTemplate, readExpected } from '../compile/index.ts';
import type { ValueType } from '../language/index.ts';
import { member, type SourceNode } from '../parse/index.ts';
import type { ConditionView, StatementView } from './statement-view.ts';

/** Positions of the values that an operator of the type cannot read and that have no variable in them (C52). */
export function unreadableValues({ use, entry }: ConditionView, type: ValueType): readonly number[] {
  if (use?.operator.valueType !== type) return [];
  return entry.values.flatMap(({ value }, index) => {
    if (parseTemplate(value).segments) return [];
    return readExpected(use.operator, [{ text: value, literal: false }]) ? [] : [index];
  });
}

/** The tree of the values, for their JSON types. */
export function nodeOfValues({ node }: StatementView, { entry }: ConditionView): SourceNode | undefined {
  return member(member(member(node, 'Condition'), entry.operator), entry.key);
}
