/** What a condition asks for, whatever the request says: `aws:SourceIp is in 203.0.113.0/24`. */
import {
  type ConditionEntry,
  type ConditionTrace,
  type OperatorUse,
  parseOperator,
  type Relation,
} from '../language/index.ts';
import { list } from './words.ts';

export function conditionWish({ key, operator, values }: ConditionTrace): string {
  return wish({ key, operator, values: values.map(({ value, resolved }) => resolved ?? value) }, true);
}

/** The same of an entry, or what it is for it not to hold: `aws:SourceIp is absent or not in 203.0.113.0/24`. */
export function entryWish({ key, operator, values }: ConditionEntry, holds: boolean): string {
  return wish({ key, operator, values: values.map(({ value }) => value) }, holds);
}

interface Asking {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

function wish({ key, operator, values }: Asking, holds: boolean): string {
  const use = parseOperator(operator);
  if (!use) return `${operator} ${key}, which is no operator`;
  const { relation, negated } = use.operator;
  if (relation === 'isAbsent') return `${key} is ${nullWish(values, holds)}`;
  // C10, C12: what holds for an absent key.
  const isTrueIfAbsent = use.ifExists || (!use.qualifier && negated);
  const wanted = relationWish(use, values, holds);
  if (use.qualifier) return severalWish(use, key, { wanted, holds });
  return isTrueIfAbsent === holds ? `${key} is absent or ${wanted.replace(/^is /, '')}` : `${key} ${wanted}`;
}

/** C40, C41: a key without values satisfies what is asked of all of them, and nothing that is asked of some. */
function severalWish(
  { qualifier, ifExists }: OperatorUse,
  key: string,
  { wanted, holds }: { readonly wanted: string; readonly holds: boolean },
): string {
  if ((qualifier === 'ForAllValues') === holds) return `every value of ${key} ${wanted} (or there is none)`;
  return ifExists && holds ? `some value of ${key} ${wanted}, or ${key} is absent` : `some value of ${key} ${wanted}`;
}

function nullWish(values: readonly string[], holds: boolean): string {
  const wanted = [
    ...new Set(values.map((value) => ((value.toLowerCase() === 'true') === holds ? 'absent' : 'present'))),
  ];
  return wanted.join(holds ? ' or ' : ' and ');
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

/** Of one value; of several the largest or smallest would be meant, which few write. */
const OPPOSITE: Partial<Record<Relation, Relation>> = {
  lessThan: 'greaterThanEquals',
  lessThanEquals: 'greaterThan',
  greaterThan: 'lessThanEquals',
  greaterThanEquals: 'lessThan',
};

function relationWish({ operator }: OperatorUse, values: readonly string[], holds: boolean): string {
  const [only, ...others] = values;
  const { relation } = operator;
  if (operator.negated !== holds) return `${POSITIVE[relation]} ${list(values)}`;
  const opposite = OPPOSITE[relation];
  if (only !== undefined && others.length === 0) {
    if (opposite) return `${POSITIVE[opposite]} \`${only}\``;
    return `${POSITIVE[relation].replace(/^is\b/, 'is not').replace(/^matches/, 'does not match')} \`${only}\``;
  }
  return `${NEGATIVE[relation] ?? `${POSITIVE[relation].replace(/^is\b/, 'is not')} any of`} ${list(values)}`;
}
