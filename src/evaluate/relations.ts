/** The ten relations of condition operators, on values that have been read (C30 to C37). */
import { compareDecimals, contains, type Operand } from '../compile/index.ts';
import { matchesArnPattern, matchesPattern, type Relation } from '../language/index.ts';

type Holds = (actual: Operand, expected: Operand) => boolean;

/** One entry per relation, in the order of RELATIONS; `actual` is the request's value, `expected` the policy's. */
export const relations: Readonly<Record<Relation, Holds>> = {
  equals: (actual, expected) => {
    if (actual.type === 'decimal' && expected.type === 'decimal') return order(actual, expected) === 0;
    if (actual.type === 'boolean' && expected.type === 'boolean') return actual.value === expected.value;
    return actual.type === 'text' && expected.type === 'text' && actual.text === expected.text;
  },
  equalsIgnoreCase: (actual, expected) =>
    actual.type === 'text' && expected.type === 'text' && actual.text.toLowerCase() === expected.text.toLowerCase(),
  like: (actual, expected) =>
    actual.type === 'text' && expected.type === 'pattern' && matchesPattern(expected.pattern, actual.text),
  lessThan: (actual, expected) => order(actual, expected) < 0,
  lessThanEquals: (actual, expected) => order(actual, expected) <= 0,
  greaterThan: (actual, expected) => order(actual, expected) > 0,
  greaterThanEquals: (actual, expected) => order(actual, expected) >= 0,
  inRange: (actual, expected) =>
    actual.type === 'addresses' && expected.type === 'addresses' && contains(expected.range, actual.range),
  arnLike: (actual, expected) =>
    actual.type === 'arn' &&
    expected.type === 'arn-pattern' &&
    matchesArnPattern(expected.pattern, actual.text, actual.colons),
  // `Null: {key: "true"}` compares "is the key absent?" with the policy's boolean (C20).
  isAbsent: (actual, expected) =>
    actual.type === 'boolean' && expected.type === 'boolean' && actual.value === expected.value,
};

/** NaN, which no comparison accepts, where the two are not both decimals. */
function order(actual: Operand, expected: Operand): number {
  return actual.type === 'decimal' && expected.type === 'decimal'
    ? compareDecimals(actual.decimal, expected.decimal)
    : Number.NaN;
}
