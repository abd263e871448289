/** What a condition asks for, whatever the request says: `aws:SourceIp is in 203.0.113.0/24`. */
import { type ConditionTrace, type OperatorUse, parseOperator, type Relation } from '../language/index.ts';
import { list } from './words.ts';

export function conditionWish(condition: ConditionTrace): string {
  const { key, operator } = condition;
  const use = parseOperator(operator);
  if (!use) return `${operator} ${key}, which is no operator`;
  const values = condition.values.map(({ value, resolved }) => resolved ?? value);
  if (use.operator.relation === 'isAbsent') return `${key} is ${nullWish(values)}`;
  const wish = relationWish(use, values);
  if (use.qualifier === 'ForAllValues') return `every value of ${key} ${wish} (or there is none)`;
  const orAbsent = use.ifExists || (!use.qualifier && use.operator.negated);
  const subject = use.qualifier ? `some value of ${key}` : key;
  // C10, C12: what holds for an absent key.
  return orAbsent ? `${subject} is absent or ${wish.replace(/^is /, '')}` : `${subject} ${wish}`;
}

function nullWish(values: readonly string[]): string {
  const wanted = [...new Set(values.map((value) => (value.toLowerCase() === 'true' ? 'absent' : 'present')))];
  return wanted.join(' or ');
}

const POSITIVE: Readonly<Record<Relation, string>> = {
  equals: 'is',
  equalsIgnoreCase: 'is, ignoring case,',
  like: 'matches',
  lessThan: 'is less than',
  lessThanEquals: 'is at most',
  greaterThan: 'is more than',
  greaterThanEquals: 'is at least',
  inRange: 'is in',
  arnLike: 'matches',
  isAbsent: 'is',
};

const NEGATIVE: Partial<Record<Relation, string>> = {
  equals: 'is none of',
  equalsIgnoreCase: 'is, ignoring case, none of',
  like: 'matches none of',
  inRange: 'is in none of',
  arnLike: 'matches none of',
};

function relationWish({ operator }: OperatorUse, values: readonly string[]): string {
  const [only, ...others] = values;
  if (!operator.negated) return `${POSITIVE[operator.relation]} ${list(values)}`;
  if (only !== undefined && others.length === 0)
    return `${POSITIVE[operator.relation].replace(/^is\b/, 'is not').replace(/^matches/, 'does not match')} \`${only}\``;
  return `${NEGATIVE[operator.relation] ?? 'is none of'} ${list(values)}`;
}
