/** The 27 condition operators as rows: value type x relation x negated (C30 to C37). */

/**
 * The ten relations between a request value and a policy value. The evaluator and the prover each interpret these,
 * in this order, so that a reader can compare them line by line.
 */
export const RELATIONS = [
  'equals',
  'equalsIgnoreCase',
  'like',
  'lessThan',
  'lessThanEquals',
  'greaterThan',
  'greaterThanEquals',
  'inRange',
  'arnLike',
  'isAbsent',
] as const;

export type Relation = (typeof RELATIONS)[number];

/** How both sides of a relation are read; a text that cannot be read matches nothing (C52). */
export type ValueType = 'string' | 'number' | 'date' | 'boolean' | 'binary' | 'address' | 'arn';

export interface ConditionOperator {
  readonly name: string;
  readonly valueType: ValueType;
  readonly relation: Relation;
  /** Negated operators hold when no value matches (C6) and when the key is absent (C10). */
  readonly negated: boolean;
}

function row(name: string, valueType: ValueType, relation: Relation, negated = false): ConditionOperator {
  return { name, valueType, relation, negated };
}

/** Every operator of IAM, in the order of the IAM User Guide. */
export const CONDITION_OPERATORS: readonly ConditionOperator[] = [
  row('StringEquals', 'string', 'equals'),
  row('StringNotEquals', 'string', 'equals', true),
  row('StringEqualsIgnoreCase', 'string', 'equalsIgnoreCase'),
  row('StringNotEqualsIgnoreCase', 'string', 'equalsIgnoreCase', true),
  row('StringLike', 'string', 'like'),
  row('StringNotLike', 'string', 'like', true),
  row('NumericEquals', 'number', 'equals'),
  row('NumericNotEquals', 'number', 'equals', true),
  row('NumericLessThan', 'number', 'lessThan'),
  row('NumericLessThanEquals', 'number', 'lessThanEquals'),
  row('NumericGreaterThan', 'number', 'greaterThan'),
  row('NumericGreaterThanEquals', 'number', 'greaterThanEquals'),
  row('DateEquals', 'date', 'equals'),
  row('DateNotEquals', 'date', 'equals', true),
  row('DateLessThan', 'date', 'lessThan'),
  row('DateLessThanEquals', 'date', 'lessThanEquals'),
  row('DateGreaterThan', 'date', 'greaterThan'),
  row('DateGreaterThanEquals', 'date', 'greaterThanEquals'),
  row('Bool', 'boolean', 'equals'),
  row('BinaryEquals', 'binary', 'equals'),
  row('IpAddress', 'address', 'inRange'),
  row('NotIpAddress', 'address', 'inRange', true),
  row('ArnEquals', 'arn', 'arnLike'),
  row('ArnLike', 'arn', 'arnLike'),
  row('ArnNotEquals', 'arn', 'arnLike', true),
  row('ArnNotLike', 'arn', 'arnLike', true),
  row('Null', 'boolean', 'isAbsent'),
];

export type SetQualifier = 'ForAllValues' | 'ForAnyValue';

/** An operator as written in a policy, taken apart. */
export interface OperatorUse {
  readonly operator: ConditionOperator;
  readonly qualifier?: SetQualifier;
  readonly ifExists: boolean;
}

const BY_NAME = new Map(CONDITION_OPERATORS.map((operator) => [operator.name.toLowerCase(), operator]));

/**
 * Takes `ForAllValues:StringLikeIfExists` apart; undefined for a name that is no operator (C13).
 * Operators are read ignoring case (A17); a linter that wants the documented spelling compares with `formatOperator`.
 */
export function parseOperator(text: string): OperatorUse | undefined {
  const lower = text.toLowerCase();
  const colon = lower.indexOf(':');
  const qualifierText = colon === -1 ? '' : lower.slice(0, colon);
  const rest = lower.slice(colon + 1);
  const ifExists = rest.endsWith('ifexists');
  const operator = BY_NAME.get(ifExists ? rest.slice(0, -'ifexists'.length) : rest);
  // AWS: Null takes no IfExists (C12).
  if (!operator || (ifExists && operator.relation === 'isAbsent')) return undefined;
  if (colon === -1) return { operator, ifExists };
  if (qualifierText === 'forallvalues') return { operator, qualifier: 'ForAllValues', ifExists };
  if (qualifierText === 'foranyvalue') return { operator, qualifier: 'ForAnyValue', ifExists };
  return undefined;
}

/** The documented spelling of an operator use. */
export function formatOperator(use: OperatorUse): string {
  return `${use.qualifier ? `${use.qualifier}:` : ''}${use.operator.name}${use.ifExists ? 'IfExists' : ''}`;
}
