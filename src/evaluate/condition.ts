/** One condition: an operator, a key and its values (semantics C). */
import type { CompiledCondition, CompiledValue } from '../compile/index.ts';
import {
  allOf,
  anyOf,
  type ConditionOperator,
  type ConditionReason,
  type ConditionTrace,
  type ConditionValueTrace,
  locationIn,
  not,
  type OperatorUse,
  type PolicyDocument,
  type Truth,
  truthOf,
} from '../language/index.ts';
import { readActual, readExpected } from './operands.ts';
import { type Operand, relations } from './relations.ts';
import type { KeyState, RequestView } from './request-view.ts';
import { resolveTemplate, textOf } from './variables.ts';

/** What a condition comes to, before it is written down. */
interface Finding {
  readonly holds: Truth;
  readonly reason: ConditionReason;
  readonly values: readonly ConditionValueTrace[];
}

export function evaluateCondition(
  condition: CompiledCondition,
  document: PolicyDocument,
  view: RequestView,
): ConditionTrace {
  const { entry, use } = condition;
  const key = view.lookup(condition.key);
  const finding = use ? find(use, key, condition, { document, view }) : unknownOperator(condition, document);
  const location = locationIn(document, entry.range);
  return {
    operator: entry.operator,
    key: entry.key,
    ...(use?.qualifier ? { qualifier: use.qualifier } : {}),
    ...finding,
    actual: key.state === 'present' ? key.values : [],
    ...(location ? { location } : {}),
  };
}

interface Place {
  readonly document: PolicyDocument;
  readonly view: RequestView;
}

function find(use: OperatorUse, key: KeyState, condition: CompiledCondition, place: Place): Finding {
  if (use.operator.relation === 'isAbsent') return findNull(use, key, condition, place);
  if (condition.values.length === 0) return findEmpty(use, key);
  if (key.state === 'absent') return findAbsent(use, condition, place.document);
  if (key.state === 'unknown') return uncompared('unknown', 'key-unknown', condition, place.document);
  if (key.multivalued && !use.qualifier && place.view.settings.multivaluedWithoutQualifier === 'never') {
    // C45 (contested: I12).
    return uncompared('no', 'needs-set-operator', condition, place.document);
  }
  return compare(use, key.values, condition, place);
}

/** C13: a name that is no operator makes the condition false. */
function unknownOperator(condition: CompiledCondition, document: PolicyDocument): Finding {
  return uncompared('no', 'unknown-operator', condition, document);
}

/** C20, C21. */
function findNull(use: OperatorUse, key: KeyState, condition: CompiledCondition, place: Place): Finding {
  const { document } = place;
  if (use.qualifier) return uncompared(truthOf(use.qualifier === 'ForAllValues'), 'constant', condition, document);
  if (key.state === 'unknown') {
    // Both "true" and "false" listed: holds whether the key is there or not.
    const each = [true, false].map((absent) =>
      anyOf(nullValues(use.operator, absent, condition, document).map((v) => v.matches)),
    );
    return uncompared(each[0] === each[1] ? allOf(each) : 'unknown', 'key-unknown', condition, document);
  }
  const values = nullValues(use.operator, key.state === 'absent', condition, document);
  return { holds: anyOf(values.map((value) => value.matches)), reason: 'compared', values };
}

function nullValues(
  operator: ConditionOperator,
  absent: boolean,
  condition: CompiledCondition,
  document: PolicyDocument,
): ConditionValueTrace[] {
  return condition.values.map((value) => {
    const expected = readActual(operator, value.text.value);
    const matches = expected && relations.isAbsent({ type: 'boolean', value: absent }, expected);
    return valueTrace(value, document, { matches: truthOf(matches === true) });
  });
}

/** C7 (contested: I8): no values to compare with. */
function findEmpty(use: OperatorUse, key: KeyState): Finding {
  const finding = (holds: Truth): Finding => ({ holds, reason: 'constant', values: [] });
  if (use.qualifier === 'ForAnyValue' && !use.ifExists) return finding('no');
  if (!use.qualifier && !use.ifExists) return finding(truthOf(use.operator.negated));
  return finding(key.state === 'unknown' ? 'unknown' : truthOf(key.state === 'absent'));
}

/** C10, C12, C42, C43, C47: the key is absent. */
function findAbsent(use: OperatorUse, condition: CompiledCondition, document: PolicyDocument): Finding {
  if (use.ifExists) return uncompared('yes', 'key-absent-if-exists', condition, document);
  const holds = use.qualifier ? use.qualifier === 'ForAllValues' : use.operator.negated;
  return uncompared(truthOf(holds), 'key-absent', condition, document);
}

/** C2, C6, C40, C41, C44: each request value against all policy values, then all or any of the request values. */
function compare(use: OperatorUse, actual: readonly string[], condition: CompiledCondition, place: Place): Finding {
  const { operator } = use;
  const operands = actual.map((text) => readActual(operator, text));
  const expected = condition.values.map((value) => resolveExpected(value, operator, place.view));
  const mismatch = operands.includes(undefined) || expected.some((value) => value.state === 'mismatch');
  const satisfied = operands.map((operand) => {
    const some = anyOf(expected.map((value) => related(operator, operand, value)));
    return operator.negated ? not(some) : some;
  });
  const values = condition.values.map((value, index) => {
    const one = expected[index] as Expected;
    return valueTrace(value, place.document, {
      matches: anyOf(operands.map((operand) => related(operator, operand, one))),
      ...(one.text !== undefined && one.text !== value.text.value ? { resolved: one.text } : {}),
      ...(one.keys ? { absentKeys: one.keys } : {}),
    });
  });
  // I10 (contested): a value of the wrong type under a negated operator.
  const refused = operator.negated && mismatch && place.view.settings.mismatchUnderNegation === 'fails';
  // `any` also serves the single value of a plain operator.
  const combined = use.qualifier === 'ForAllValues' || operator.negated ? allOf : anyOf;
  const holds = use.qualifier === 'ForAnyValue' ? anyOf(satisfied) : combined(satisfied);
  return { holds: refused ? 'no' : holds, reason: 'compared', values };
}

interface Expected {
  readonly state: 'known' | 'mismatch' | 'unresolvable' | 'unknown';
  readonly operand?: Operand;
  readonly text?: string;
  readonly keys?: readonly string[];
}

/** V1, V10: variables are for String and ARN operators (and Bool, contested: I15); elsewhere `${...}` is text. */
function resolveExpected(value: CompiledValue, operator: ConditionOperator, view: RequestView): Expected {
  const takesVariables =
    operator.valueType === 'string' ||
    operator.valueType === 'arn' ||
    (operator.valueType === 'boolean' && view.settings.boolVariables === 'substituted');
  const resolution = resolveTemplate(takesVariables ? value.template : { text: value.text.value }, view);
  if (resolution.kind === 'unresolvable') return { state: 'unresolvable', keys: resolution.keys };
  if (resolution.kind === 'unknown') return { state: 'unknown', keys: resolution.keys };
  const text = textOf(resolution.pieces);
  const operand = readExpected(operator, resolution.pieces);
  return operand ? { state: 'known', operand, text } : { state: 'mismatch', text };
}

function related(operator: ConditionOperator, actual: Operand | undefined, expected: Expected): Truth {
  if (expected.state === 'unknown') return actual ? 'unknown' : 'no';
  if (!actual || !expected.operand) return 'no';
  return truthOf(relations[operator.relation](actual, expected.operand));
}

/** The outcome did not come from comparing values. */
function uncompared(
  holds: Truth,
  reason: ConditionReason,
  condition: CompiledCondition,
  document: PolicyDocument,
): Finding {
  return { holds, reason, values: condition.values.map((value) => valueTrace(value, document, { matches: 'no' })) };
}

function valueTrace(
  value: CompiledValue,
  document: PolicyDocument,
  found: Omit<ConditionValueTrace, 'value' | 'location'>,
): ConditionValueTrace {
  const location = locationIn(document, value.text.range);
  return { value: value.text.value, ...found, ...(location ? { location } : {}) };
}
