/** A condition written down: whether it holds, why, and what became of each of its values. */
import { type CompiledCondition, type CompiledValue, readActual } from '../compile/index.ts';
import {
  anyOf,
  type ConditionTrace,
  type ConditionValueTrace,
  locationIn,
  type PolicyDocument,
  truthOf,
} from '../language/index.ts';
import { compare, expectedOf, nullMatches, related, settle } from './condition.ts';
import { contextValue, type KeyValue, type RequestView, UNKNOWN } from './request-view.ts';

export function traceCondition(
  condition: CompiledCondition,
  document: PolicyDocument,
  view: RequestView,
): ConditionTrace {
  const { entry, use } = condition;
  const actual = contextValue(view, entry.key, condition.key);
  const settled = settle(condition, actual, view);
  const location = locationIn(document, entry.range);
  return {
    operator: entry.operator,
    key: entry.key,
    ...(use?.qualifier ? { qualifier: use.qualifier } : {}),
    holds: settled?.holds ?? compare(condition, actual, view),
    reason: settled?.reason ?? 'compared',
    actual: textsOf(actual),
    values: condition.values.map((value) => {
      const valueLocation = locationIn(document, value.text.range);
      const found = settled ? { matches: 'no' as const } : traceValue(value, condition, actual, view);
      return { value: value.text.value, ...found, ...(valueLocation ? { location: valueLocation } : {}) };
    }),
    ...(location ? { location } : {}),
  };
}

function textsOf(actual: KeyValue): readonly string[] {
  if (actual === undefined || actual === UNKNOWN) return [];
  return typeof actual === 'string' ? [actual] : actual;
}

function traceValue(
  value: CompiledValue,
  condition: CompiledCondition,
  actual: KeyValue,
  view: RequestView,
): Omit<ConditionValueTrace, 'value' | 'location'> {
  const operator = condition.use?.operator;
  if (!operator) return { matches: 'no' };
  if (operator.relation === 'isAbsent') return { matches: truthOf(nullMatches(value, actual === undefined)) };
  const expected = expectedOf(value, operator, view);
  const matches = anyOf(textsOf(actual).map((text) => related(operator, readActual(operator, text), expected)));
  if ('keys' in expected) return { matches, absentKeys: expected.keys };
  return expected.text === value.text.value ? { matches } : { matches, resolved: expected.text };
}
