/** Condition blocks as terms: a key is there or not, and has a value of the type that its operators compare. */
import type { ConditionJson, Scalar, StatementJson } from '../documents.ts';
import { listOf } from '../reference-matching.ts';
import { all, anyOf, chain, not, patternTerm, regexOf, text } from './smt.ts';
import { resolvedTerm, variableKeys } from './variables.ts';

type Kind = 'text' | 'number' | 'date' | 'boolean' | 'address';

interface Key {
  readonly kind: Kind;
  /** It is there. */
  readonly has: string;
  /** The value can be read as its kind (C52). */
  readonly reads: string;
  /** It is a list. */
  readonly many: string;
  /** Elements enough for each set operator to have one of its own; of a single value all are the same. */
  readonly values: readonly string[];
}

export interface Keys {
  readonly declarations: readonly string[];
  readonly of: (name: string) => Key;
}

interface Use {
  readonly qualifier: 'ForAnyValue' | 'ForAllValues' | undefined;
  readonly base: string;
  readonly ifExists: boolean;
}

function useOf(operator: string): Use {
  const [, qualifier, base = '', ifExists] = /^(?:(ForAnyValue|ForAllValues):)?(.*?)(IfExists)?$/.exec(operator) ?? [];
  return {
    qualifier: qualifier === 'ForAnyValue' || qualifier === 'ForAllValues' ? qualifier : undefined,
    base,
    ifExists: ifExists !== undefined,
  };
}

function kindOf({ base }: Use): Kind | undefined {
  if (base === 'Null') return undefined;
  if (base.startsWith('Numeric')) return 'number';
  if (base.startsWith('Date')) return 'date';
  if (base === 'Bool') return 'boolean';
  return base.endsWith('IpAddress') ? 'address' : 'text';
}

const SORTS: Readonly<Record<Kind, string>> = {
  text: 'String',
  number: 'Real',
  date: 'Real',
  boolean: 'Bool',
  address: 'Int',
};

export function keysOf(statements: readonly StatementJson[], multivalued: readonly string[]): Keys {
  const uses = statements.flatMap(({ Condition = {} }) =>
    Object.entries(Condition).flatMap(([operator, block]) =>
      Object.keys(block).map((name) => ({ name: name.toLowerCase(), use: useOf(operator) })),
    ),
  );
  const texts = statements.flatMap(({ Resource, NotResource, Condition = {} }) => [
    ...listOf(Resource ?? NotResource ?? []),
    ...Object.values(Condition).flatMap((block) => Object.values(block).flatMap((values) => listOf<Scalar>(values))),
  ]);
  const read = variableKeys(texts.map(String)).map((name) => name.toLowerCase());
  const keys = new Map<string, Key>();
  const declarations: string[] = [];
  for (const name of new Set([...uses.map((one) => one.name), ...read])) {
    const own = uses.filter((one) => one.name === name).map(({ use }) => use);
    const kinds = [...new Set(own.flatMap((use) => kindOf(use) ?? []))];
    if (kinds.length > 1) throw new Error(`${name} is compared as ${kinds.join(' and ')}`);
    const [kind = 'text'] = kinds;
    const sets = own.filter(({ qualifier }) => qualifier).length;
    const id = `key${keys.size}`;
    const key: Key = {
      kind,
      has: `${id}_has`,
      reads: kind === 'text' ? 'true' : `${id}_reads`,
      many: sets > 0 || multivalued.some((one) => one.toLowerCase() === name) ? `${id}_many` : 'false',
      values: Array.from({ length: Math.max(1, sets) }, (_, index) => `${id}_value${index}`),
    };
    keys.set(name, key);
    declarations.push(...declare(key));
  }
  return {
    declarations,
    of: (name) => {
      const key = keys.get(name.toLowerCase());
      if (!key) throw new Error(`nothing is known of ${name}`);
      return key;
    },
  };
}

function declare({ kind, has, reads, many, values }: Key): readonly string[] {
  const flags = [has, reads, many].filter((flag) => flag !== 'true' && flag !== 'false');
  const [first = ''] = values;
  const equal = all(values.slice(1).map((value) => `(= ${first} ${value})`));
  return [
    ...flags.map((flag) => `(declare-const ${flag} Bool)`),
    ...values.map((value) => `(declare-const ${value} ${SORTS[kind]})`),
    `(assert ${anyOf([many, equal])})`,
    // IPv4 from 0; IPv6 is all that no range of IPv4 holds.
    ...(kind === 'address' ? values.map((value) => `(assert (and (<= (- 1) ${value}) (< ${value} 4294967296)))`) : []),
  ];
}

/** A term for each key under each operator (C1). */
export function conditionTerm(condition: ConditionJson, keys: Keys, hasVariables: boolean): readonly string[] {
  return Object.entries(condition).flatMap(([operator, block]) =>
    Object.entries(block).map(([name, values]) => {
      const wanted = listOf<Scalar>(values).map(String);
      const use = useOf(operator);
      const isLike = use.base.endsWith('Like');
      const isResolved = (value: string) => hasVariables && use.base !== 'Null' && value.includes('${');
      return holds(use, keys.of(name), wanted, (base, key, value, one) =>
        isResolved(one) ? resolvedTerm(value, one, keys, isLike).matches : compared(base, key, value, one),
      );
    }),
  );
}

type Compare = (base: string, key: Key, value: string, wanted: string) => string;

function holds(use: Use, key: Key, wanted: readonly string[], compare: Compare): string {
  const { qualifier, base, ifExists } = use;
  if (base === 'Null') {
    if (qualifier) return String(qualifier === 'ForAllValues'); // C21
    return anyOf(wanted.map((value) => (value.toLowerCase() === 'true' ? not(key.has) : key.has))); // C20
  }
  const isNegated = base.includes('Not');
  const whenAbsent = ifExists || (qualifier ? qualifier === 'ForAllValues' : isNegated); // C10, C12, C42, C43, C47
  const element = (value: string) => {
    const some = all([key.reads, anyOf(wanted.map((one) => compare(base, key, value, one)))]);
    return isNegated ? not(some) : some; // C2, C6, C52
  };
  const [first = ''] = key.values;
  if (wanted.length === 0) {
    // C7
    if (qualifier === 'ForAnyValue' && !ifExists) return 'false';
    if (qualifier || ifExists) return not(key.has);
    return isNegated ? anyOf([not(key.has), not(key.many)]) : 'false';
  }
  const whenThere =
    qualifier === 'ForAnyValue'
      ? anyOf(key.values.map(element))
      : qualifier === 'ForAllValues'
        ? all(key.values.map(element))
        : all([not(key.many), element(first)]); // C45
  return anyOf([all([key.has, whenThere]), all([not(key.has), String(whenAbsent)])]);
}

const COMPARISONS: Readonly<Record<string, string>> = {
  Equals: '=',
  NotEquals: '=',
  LessThan: '<',
  LessThanEquals: '<=',
  GreaterThan: '>',
  GreaterThanEquals: '>=',
};

/** One value of the request against one of the policy, without the negation. */
function compared(base: string, { kind }: Key, value: string, wanted: string): string {
  switch (kind) {
    case 'number':
    case 'date': {
      const constant = kind === 'number' ? numberOf(wanted) : secondsOf(wanted);
      const comparison = COMPARISONS[base.replace(/^(Numeric|Date)/, '')];
      return constant === undefined ? 'false' : `(${comparison} ${value} ${constant})`;
    }
    case 'boolean':
      if (!/^(true|false)$/i.test(wanted)) return 'false';
      return wanted.toLowerCase() === 'true' ? value : not(value);
    case 'address': {
      const [first, last] = rangeOf(wanted);
      return `(<= ${first} ${value} ${last})`;
    }
    case 'text':
      return textCompared(base.replace('Not', ''), value, wanted);
  }
}

function textCompared(base: string, value: string, wanted: string): string {
  if (base === 'StringEquals') return `(= ${value} ${text(wanted)})`;
  if (base === 'StringLike') return patternTerm(value, wanted);
  if (base === 'StringEqualsIgnoreCase') {
    const either = [...wanted].map((one) =>
      /[a-z]/i.test(one)
        ? `(re.union (str.to_re "${one.toLowerCase()}") (str.to_re "${one.toUpperCase()}"))`
        : `(str.to_re ${text(one)})`,
    );
    return `(str.in_re ${value} ${chain(either)})`;
  }
  if (base !== 'ArnLike' && base !== 'ArnEquals') throw new Error(`${base} is beyond this`);
  const parts = wanted.split(':');
  if (parts.length < 6) return 'false'; // C37
  const one = '(re.union (re.range "\\u{0}" "9") (re.range ";" "\\u{2FFFF}"))';
  const regexes = parts.slice(0, 5).map((part) => chain([regexOf(part, `(re.* ${one})`, one), '(str.to_re ":")']));
  return `(str.in_re ${value} ${chain([...regexes, regexOf(parts.slice(5).join(':'))])})`;
}

function numberOf(value: string): string | undefined {
  if (!/^[+-]?\d+(\.\d+)?$/.test(value)) return undefined;
  const plain = value.replace(/^[+-]/, '');
  const real = plain.includes('.') ? plain : `${plain}.0`;
  return value.startsWith('-') ? `(- ${real})` : real;
}

/** `2024-01-01T00:00:00Z`, `2024-01-01`, and seconds of at least five digits. */
function secondsOf(value: string): string | undefined {
  if (/^\d{5,}$/.test(value)) return `${value}.0`;
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/.test(value)) return undefined;
  return numberOf(String(Date.parse(value) / 1000));
}

/** IPv4 alone. */
function rangeOf(value: string): readonly [number, number] {
  const [address = '', bits = '32'] = value.split('/');
  const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(number / size) * size;
  return [first, first + size - 1];
}
