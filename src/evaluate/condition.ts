/** Does a condition hold: one operator, one key and its values (semantics C). */
import {
  type CompiledCondition,
  type CompiledValue,
  type Operand,
  readActual,
  readExpected,
} from '../compile/index.ts';
import {
  type ConditionOperator,
  type ConditionReason,
  matchesPattern,
  not,
  type OperatorUse,
  type Pattern,
  type Piece,
  patternOfPieces,
  type Truth,
  truthOf,
} from '../language/index.ts';
import { relations } from './relations.ts';
import { contextValue, type KeyValue, type RequestView, UNKNOWN } from './request-view.ts';
import { resolveTemplate } from './variables.ts';

export function conditionHolds(condition: CompiledCondition, view: RequestView): Truth {
  const actual = contextValue(view, condition.entry.key, condition.key);
  return settle(condition, actual, view)?.holds ?? compare(condition, actual, view);
}

/** An outcome that needs no comparing of values. */
export interface Settled {
  readonly holds: Truth;
  readonly reason: ConditionReason;
}

const settled = (holds: Truth, reason: ConditionReason): Settled => ({ holds, reason });

const UNKNOWN_OPERATOR = settled('no', 'unknown-operator');
const NEEDS_SET_OPERATOR = settled('no', 'needs-set-operator');
const KEY_UNKNOWN = settled('unknown', 'key-unknown');
const ABSENT_IF_EXISTS = settled('yes', 'key-absent-if-exists');
const ABSENT = { yes: settled('yes', 'key-absent'), no: settled('no', 'key-absent') };
const CONSTANT = { yes: settled('yes', 'constant'), no: settled('no', 'constant') };

/** Undefined where the values decide. */
export function settle(condition: CompiledCondition, actual: KeyValue, view: RequestView): Settled | undefined {
  const { use } = condition;
  if (condition.open) return KEY_UNKNOWN;
  // C13: a name that is no operator makes the condition false.
  if (!use) return UNKNOWN_OPERATOR;
  if (use.operator.relation === 'isAbsent') return settleNull(use, condition, actual);
  // C45 (contested: I12).
  const several = typeof actual === 'object' && !use.qualifier;
  if (several && view.settings.multivaluedWithoutQualifier === 'never') return NEEDS_SET_OPERATOR;
  if (condition.values.length === 0) return settleEmpty(use, actual);
  if (actual === UNKNOWN) return KEY_UNKNOWN;
  return actual === undefined ? settleAbsent(use) : undefined;
}

/** C20, C21: only what Null is asked of an unknown key, or under a set operator, is settled here. */
function settleNull(use: OperatorUse, condition: CompiledCondition, actual: KeyValue): Settled | undefined {
  if (use.qualifier) return use.qualifier === 'ForAllValues' ? CONSTANT.yes : CONSTANT.no;
  if (actual !== UNKNOWN) return undefined;
  const [absent, present] = [nullHolds(condition, true), nullHolds(condition, false)];
  if (absent !== present) return KEY_UNKNOWN;
  return absent ? CONSTANT.yes : CONSTANT.no;
}

/** C7 (contested: I8): no values to compare with. */
function settleEmpty(use: OperatorUse, actual: KeyValue): Settled {
  if (use.qualifier === 'ForAnyValue' && !use.ifExists) return CONSTANT.no;
  if (!use.qualifier && !use.ifExists) return use.operator.negated ? CONSTANT.yes : CONSTANT.no;
  if (actual === UNKNOWN) return KEY_UNKNOWN;
  return actual === undefined ? ABSENT.yes : CONSTANT.no;
}

/** C10, C12, C42, C43, C47: the key is absent. */
function settleAbsent(use: OperatorUse): Settled {
  if (use.ifExists) return ABSENT_IF_EXISTS;
  const holds = use.qualifier ? use.qualifier === 'ForAllValues' : use.operator.negated;
  return holds ? ABSENT.yes : ABSENT.no;
}

/** C2, C6, C40, C41, C44: each request value against all policy values, then all or any of the request values. */
export function compare(condition: CompiledCondition, actual: KeyValue, view: RequestView): Truth {
  const { use } = condition;
  if (!use || actual === UNKNOWN) return 'no';
  if (use.operator.relation === 'isAbsent') return truthOf(nullHolds(condition, actual === undefined));
  if (actual === undefined) return 'no';
  if (typeof actual === 'string') return satisfies(condition, use.operator, actual, view);
  // A multivalued key without set operator comes here only by setting (I12): any value, or under negation all.
  const all = use.qualifier === 'ForAllValues' || (!use.qualifier && use.operator.negated);
  let result: Truth = all ? 'yes' : 'no';
  for (const text of actual) {
    const one = satisfies(condition, use.operator, text, view);
    if (one === (all ? 'no' : 'yes')) return one;
    if (one === 'unknown') result = one;
  }
  return result;
}

/** One request value against all policy values: OR, or NOR under negation. */
function satisfies(condition: CompiledCondition, operator: ConditionOperator, text: string, view: RequestView): Truth {
  const actual = readActual(operator, text);
  let some: Truth = 'no';
  let mismatch = actual === undefined;
  for (const value of condition.values) {
    const expected = expectedOf(value, operator, view);
    const one = related(operator, actual, expected);
    if (one !== 'no') some = some === 'yes' ? some : one;
    if (expected.state === 'mismatch') mismatch = true;
    if (some === 'yes' && !operator.negated) return some;
  }
  if (!operator.negated) return some;
  // I10 (contested): a value of the wrong type under a negated operator.
  return mismatch && view.settings.mismatchUnderNegation === 'fails' ? 'no' : not(some);
}

function nullHolds(condition: CompiledCondition, absent: boolean): boolean {
  return condition.values.some((value) => nullMatches(value, absent));
}

/** C20: the policy's boolean against "is the key absent?"; any other text matches nothing. */
export function nullMatches(value: CompiledValue, absent: boolean): boolean {
  return value.text.value.toLowerCase() === String(absent);
}

/** A policy value ready to compare with, or why it is none. */
export type Expected =
  | { readonly state: 'known'; readonly operand: Operand; readonly text: string }
  | { readonly state: 'mismatch'; readonly text: string }
  | { readonly state: 'unresolvable'; readonly keys: readonly string[] }
  /** `widest` matches whatever the value could, where that can be said. */
  | { readonly state: 'unknown'; readonly keys: readonly string[]; readonly widest?: Pattern };

/** V1, V10: variables are for String and ARN operators (and Bool, contested: I15); elsewhere `${...}` is text. */
export function expectedOf(value: CompiledValue, operator: ConditionOperator, view: RequestView): Expected {
  const literal = operator.valueType === 'boolean' && view.settings.boolVariables === 'literal' && !value.open;
  if (value.fixed || literal) return value.fixed ?? { state: 'mismatch', text: value.text.value };
  const resolution = resolveTemplate(value.template, view);
  if (resolution.kind === 'unresolvable') return { state: 'unresolvable', keys: resolution.keys };
  if (resolution.kind === 'unknown') {
    const isText = operator.valueType === 'string' || operator.valueType === 'arn';
    const widest = value.open && isText ? { widest: widestOf(resolution.pieces, operator) } : {};
    return { state: 'unknown', keys: resolution.keys, ...widest };
  }
  const operand = readExpected(operator, resolution.pieces);
  const text = resolution.pieces.map((piece) => piece.text).join('');
  return operand ? { state: 'known', operand, text } : { state: 'mismatch', text };
}

/** What stands in it as it is, is compared as the operator does. */
function widestOf(pieces: readonly Piece[], { relation }: ConditionOperator): Pattern {
  if (relation !== 'equalsIgnoreCase') return patternOfPieces(pieces);
  return patternOfPieces(pieces.map(({ text, literal }) => ({ text: text.toLowerCase(), literal })));
}

function couldMatch(widest: Pattern, actual: Operand, { relation }: ConditionOperator): boolean {
  if (actual.type !== 'text' && actual.type !== 'arn') return true;
  return matchesPattern(widest, relation === 'equalsIgnoreCase' ? actual.text.toLowerCase() : actual.text);
}

export function related(operator: ConditionOperator, actual: Operand | undefined, expected: Expected): Truth {
  if (expected.state === 'unknown') {
    if (!actual) return 'no';
    return expected.widest && !couldMatch(expected.widest, actual, operator) ? 'no' : 'unknown';
  }
  if (!actual || expected.state !== 'known') return 'no';
  return truthOf(relations[operator.relation](actual, expected.operand));
}
