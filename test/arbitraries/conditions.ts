/** Random condition blocks and policy variables that often concern the request at hand. */

import type { ConditionJson, ContextJson, OneOrMany, Scalar } from '../differential/documents.ts';
import { listOf } from '../differential/reference-matching.ts';
import { chance, pick, type Random, several, weighted } from './random.ts';
import { KEYS, type KeySpec, MALFORMED, POLICY_VALUES, REQUEST_VALUES, type ValueType } from './vocabulary.ts';

/** What the makers of policies know of the world they write for. */
export interface Setting {
  readonly random: Random;
  readonly context: ContextJson;
  /** Also malformed values, odd spellings, things a linter refuses. */
  readonly wild: boolean;
}

const STRING_OPERATORS = [
  'StringEquals',
  'StringLike',
  'StringNotEquals',
  'StringNotLike',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
];
const ORDERINGS = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];
const OPERATORS: { readonly [type in ValueType]: readonly string[] } = {
  string: STRING_OPERATORS,
  number: ORDERINGS.map((ordering) => `Numeric${ordering}`),
  date: ORDERINGS.map((ordering) => `Date${ordering}`),
  bool: ['Bool'],
  ip: ['IpAddress', 'NotIpAddress'],
  arn: ['ArnLike', 'ArnEquals', 'ArnNotLike', 'ArnNotEquals', 'StringLike'],
  binary: ['BinaryEquals'],
};
/** The operators that compare values. */
const COMPARING_OPERATORS = [...new Set(Object.values(OPERATORS).flat())];

/** A context: each key present in a third of the worlds. */
export function randomContext(
  random: Random,
  options: { readonly wild: boolean; readonly known: ContextJson },
): ContextJson {
  const context: Record<string, OneOrMany<string>> = {};
  for (const spec of KEYS) {
    const known = options.known[spec.key];
    if (!chance(random, known === undefined ? 22 : 70)) continue;
    Object.assign(context, randomEntry(random, { spec, wild: options.wild, known }));
  }
  return context;
}

interface EntryOptions {
  readonly spec: KeySpec;
  readonly wild: boolean;
  readonly known?: OneOrMany<Scalar> | undefined;
}

/** One context key with its value or values. */
export function randomEntry(random: Random, { spec, wild, known }: EntryOptions): { [key: string]: OneOrMany<string> } {
  const value = () => {
    if (known !== undefined && chance(random, 85)) return String(listOf<Scalar>(known)[0]);
    if (wild && chance(random, 12)) return pick(random, MALFORMED[spec.type]);
    return pick(random, spec.values ?? REQUEST_VALUES[spec.type]);
  };
  const name = chance(random, 8) ? odd(random, spec.key) : spec.key;
  const list = spec.key !== 'aws:MultiFactorAuthPresent' && chance(random, spec.many ? 85 : 4);
  return { [name]: list ? several(random, [chance(random, 8) ? 0 : 1, 3], value) : value() };
}

/** A spelling of the key in other letters: the same key (C50). */
function odd(random: Random, key: string): string {
  return chance(random, 50) ? key.toUpperCase() : key.toLowerCase();
}

/** No conditions in most statements; up to two operators with up to two keys. */
export function randomCondition(setting: Setting, percent: number): { readonly Condition?: ConditionJson } {
  const { random } = setting;
  if (!chance(random, percent)) return {};
  const block: Record<string, Record<string, OneOrMany<Scalar>>> = {};
  for (const line of several(random, [1, 2], () => randomLine(setting))) {
    const keys = block[line.operator] ?? {};
    const taken = Object.keys(keys).some((key) => key.toLowerCase() === line.key.toLowerCase()); // A7
    const respelled = Object.keys(block).some(
      (name) => name !== line.operator && name.toLowerCase() === line.operator.toLowerCase(),
    );
    if (!taken && !respelled) block[line.operator] = { ...keys, [line.key]: line.values };
  }
  return { Condition: chance(random, 2) ? {} : block };
}

interface Line {
  readonly operator: string;
  readonly key: string;
  readonly values: OneOrMany<Scalar>;
}

function randomLine(setting: Setting, about?: KeySpec): Line {
  const { random } = setting;
  const spec = about ?? anyKey(setting);
  const key = chance(random, 8) ? odd(random, spec.key) : spec.key;
  if (chance(random, 8)) return nullLine(setting, key);
  const base = chance(random, 5) ? pick(random, COMPARING_OPERATORS) : pick(random, OPERATORS[spec.type]);
  const qualifier = chance(random, spec.many ? 80 : 10) ? pick(random, ['ForAnyValue:', 'ForAllValues:']) : '';
  const operator = `${qualifier}${base}${chance(random, 18) ? 'IfExists' : ''}`;
  const shown = setting.wild && chance(random, 5) ? odd(random, operator) : operator;
  return { operator: shown, key, values: valuesFor(setting, { spec, base }) };
}

/** Mostly a key that the request has. */
function anyKey({ random, context }: Setting): KeySpec {
  const names = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const present = KEYS.filter((spec) => names.has(spec.key.toLowerCase()));
  return present.length > 0 && chance(random, 70) ? pick(random, present) : pick(random, KEYS);
}

/** A condition on this key alone. */
export function conditionOn(setting: Setting, spec: KeySpec): ConditionJson {
  const line = randomLine(setting, spec);
  return { [line.operator]: { [line.key]: line.values } };
}

function nullLine({ random }: Setting, key: string): Line {
  const qualifier = chance(random, 8) ? pick(random, ['ForAnyValue:', 'ForAllValues:']) : '';
  const values = weighted<OneOrMany<Scalar>>(random, [
    [40, 'true'],
    [40, 'false'],
    [5, true],
    [5, false],
    [4, ['true', 'false']],
    [3, []],
  ]);
  return { operator: `${qualifier}Null`, key, values };
}

function valuesFor(setting: Setting, what: { readonly spec: KeySpec; readonly base: string }): OneOrMany<Scalar> {
  const { random } = setting;
  const value = () => valueFor(setting, what);
  return weighted<() => OneOrMany<Scalar>>(random, [
    [55, value],
    [12, () => [value()]],
    [30, () => several(random, [2, 3], value)],
    [3, () => []],
  ])();
}

function valueFor(setting: Setting, { spec, base }: { readonly spec: KeySpec; readonly base: string }): Scalar {
  const { random, context, wild } = setting;
  const entry = Object.entries(context).find(([key]) => key.toLowerCase() === spec.key.toLowerCase());
  const actual = entry === undefined ? [] : listOf<Scalar>(entry[1]).map(String);
  if (wild && chance(random, 18)) {
    const [first] = actual;
    return first !== undefined && chance(random, 50) ? spoiled(random, first) : pick(random, MALFORMED[spec.type]);
  }
  const substitutes = /^(String|Arn|Bool)/.test(base);
  if (chance(random, substitutes ? 4 : 5)) return `\${${spec.key}}`; // V10: once replaced, it holds
  if (substitutes && chance(random, 14)) {
    return withVariable(setting, spec.type === 'arn' && chance(random, 60) ? 'arn:aws:iam::*:' : '');
  }
  if (actual.length > 0 && chance(random, 45)) return mutated(random, pick(random, actual), base);
  const pool = chance(random, 55) ? (spec.values ?? REQUEST_VALUES[spec.type]) : POLICY_VALUES[spec.type];
  const text = pick(random, pool);
  if (/^(true|false)$/.test(text) && chance(random, 30)) return text === 'true';
  if (/^(0|[1-9]\d{0,3})$/.test(text) && chance(random, 30)) return Number(text);
  return text;
}

/** The text with a flaw that makes numbers, dates, addresses and the like unreadable. */
function spoiled(random: Random, text: string): string {
  const [prefix, suffix] = pick(random, [
    [' ', ''],
    ['', ' '],
    ['0', ''],
    ['+', ''],
    ['', '.'],
    ['', '0'],
    ['', '='],
    ['', '/'],
    ['', '/08'],
    ['', '/+8'],
    ['', '/33'],
    ['', ':'],
    ['', '::'],
    ['', 'Z'],
    ['', 'e0'],
  ] as const);
  return latin(`${prefix}${text}${suffix}`);
}

/** The text itself or something close to it. */
function mutated(random: Random, text: string, base: string): string {
  const at = cutPoint(random, text);
  if (!base.includes('Like') && !base.startsWith('Arn')) return latin(chance(random, 10) ? text.toUpperCase() : text);
  const changed = weighted<() => string>(random, [
    [5, () => text],
    [2, () => `${text.slice(0, at)}*`],
    [1, () => `*${text.slice(at)}`],
    [2, () => `${text.slice(0, at)}*${text.slice(at + 1)}`],
    [2, () => `${text.slice(0, at)}?${text.slice(at + 1)}`],
    [1, () => `${text}*`],
    [1, () => text.toUpperCase()],
  ]);
  return latin(changed());
}

/** A place in the text that is not inside a variable. */
export function cutPoint(random: Random, text: string): number {
  const at = random.below(text.length + 1);
  const start = text.lastIndexOf('${', at);
  return start >= 0 && text.indexOf('}', start) >= at ? start : at;
}

/** A8: a policy holds no character above U+00FF. */
export function latin(text: string): string {
  return text.replace(/[\u{100}-\u{10ffff}]/gu, '?');
}

const VARIABLES = [
  '${aws:username}',
  '${aws:PrincipalTag/team}',
  "${aws:PrincipalTag/team, 'red'}",
  "${aws:username, 'alice'}",
  '${AWS:UserName}',
  '${aws:PrincipalOrgID}',
  '${aws:PrincipalArn}',
  '${aws:TagKeys}',
  "${aws:TagKeys, 'team'}",
  '${ex:Absent}',
  "${ex:Absent, ''}",
  '${*}',
  '${?}',
  '${$}',
];
const BROKEN_VARIABLES = [
  '${aws:username',
  '${}',
  '${aws:${aws:username}}',
  '$aws:username',
  '${aws:user name}',
  "${aws:username,'alice'}",
  "${ex:Absent, 'r*'}",
];

/** Some text with a policy variable in it, after `lead`. */
export function withVariable(setting: Setting, lead: string): string {
  const { random, context, wild } = setting;
  const present = Object.keys(context);
  const variable = weighted<() => string>(random, [
    [5, () => pick(random, VARIABLES)],
    [present.length > 0 ? 4 : 0, () => `\${${pick(random, present)}}`],
    [present.length > 0 ? 1 : 0, () => `\${${pick(random, present)}, 'red'}`],
    [wild ? 2 : 0, () => pick(random, BROKEN_VARIABLES)],
  ])();
  if (lead === '' && chance(random, 50)) return variable;
  return (
    lead +
    pick(random, [
      `user/${variable}`,
      `home/${variable}/*`,
      `${variable}*`,
      `data-${variable}`,
      `${variable}/${variable}`,
    ])
  );
}
