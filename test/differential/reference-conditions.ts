/** How the reference evaluator reads a condition block (section C of the semantics). */

import type { ConditionJson, ContextJson, OneOrMany, Scalar } from './documents.ts';
import { expand, listOf, type Piece, plain, type Variables, wild } from './reference-matching.ts';

/** Lower-case key to its values; `many` when the context gives a list. A key with no value is not in it (C20). */
export type Context = ReadonlyMap<string, { readonly values: readonly string[]; readonly many: boolean }>;

export function contextOf(...parts: readonly (ContextJson | undefined)[]): Context {
  const context = new Map<string, { values: readonly string[]; many: boolean }>();
  for (const part of parts) {
    for (const [key, value] of Object.entries(part ?? {})) {
      const values = listOf<Scalar>(value).map(String);
      if (values.length === 0) context.delete(key.toLowerCase());
      else context.set(key.toLowerCase(), { values, many: Array.isArray(value) });
    }
  }
  return context;
}

export function variablesOf(context: Context): Variables {
  return (key) => {
    const entry = context.get(key.toLowerCase()); // C50
    if (entry === undefined) return { found: 'absent', value: '' };
    return entry.many ? { found: 'many', value: '' } : { found: 'one', value: entry.values[0] ?? '' };
  };
}

/** C1. */
export function conditionHolds(block: ConditionJson | undefined, context: Context, variables: Variables | undefined) {
  return Object.entries(block ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => lineHolds(operator, { key, values }, { context, variables })),
  );
}

/** Does the policy's value (its variables replaced) stand in the relation to the request's value? */
type Relation = (policy: readonly Piece[], request: string) => boolean;

const textOf = (pieces: readonly Piece[]) => pieces.map((piece) => piece.text).join('');
const onText = (relation: (policy: string, request: string) => boolean): Relation => {
  return (policy, request) => relation(textOf(policy), request);
};

const sameText = onText((policy, request) => policy === request); // C30
const sameTextIgnoringCase = onText((policy, request) => policy.toLowerCase() === request.toLowerCase());
const sameBool = onText(
  (policy, request) => /^(true|false)$/i.test(policy) && policy.toLowerCase() === request.toLowerCase(),
); // C34
const sameBytes = onText(
  (policy, request) => isBase64(policy) && isBase64(request) && bytesOf(policy) === bytesOf(request),
); // C35
const inRange = onText(addressInRange);

function ordered(read: (text: string) => Decimal | undefined, holds: (order: number) => boolean): Relation {
  return onText((policy, request) => {
    const right = read(policy);
    const left = read(request);
    return left !== undefined && right !== undefined && holds(compareDecimals(left, right));
  });
}

interface Row {
  readonly relation: Relation;
  readonly negated?: true;
  /** V1, V10: does `${...}` in the policy's value stand for a context key? */
  readonly variables?: true;
}

function comparisons(family: string, read: (text: string) => Decimal | undefined): [string, Row][] {
  return [
    [`${family}equals`, { relation: ordered(read, (order) => order === 0) }],
    [`${family}notequals`, { relation: ordered(read, (order) => order === 0), negated: true }],
    [`${family}lessthan`, { relation: ordered(read, (order) => order < 0) }],
    [`${family}lessthanequals`, { relation: ordered(read, (order) => order <= 0) }],
    [`${family}greaterthan`, { relation: ordered(read, (order) => order > 0) }],
    [`${family}greaterthanequals`, { relation: ordered(read, (order) => order >= 0) }],
  ];
}

/** All operators but Null, in lower case (A17). */
const OPERATORS: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['stringequals', { relation: sameText, variables: true }],
  ['stringnotequals', { relation: sameText, negated: true, variables: true }],
  ['stringequalsignorecase', { relation: sameTextIgnoringCase, variables: true }],
  ['stringnotequalsignorecase', { relation: sameTextIgnoringCase, negated: true, variables: true }],
  ['stringlike', { relation: wild, variables: true }],
  ['stringnotlike', { relation: wild, negated: true, variables: true }],
  ...comparisons('numeric', readNumber),
  ...comparisons('date', readDate),
  ['bool', { relation: sameBool, variables: true }],
  ['binaryequals', { relation: sameBytes }],
  ['ipaddress', { relation: inRange }],
  ['notipaddress', { relation: inRange, negated: true }],
  ['arnequals', { relation: arnLike, variables: true }],
  ['arnlike', { relation: arnLike, variables: true }],
  ['arnnotequals', { relation: arnLike, negated: true, variables: true }],
  ['arnnotlike', { relation: arnLike, negated: true, variables: true }],
]);

/** One operator, one key. */
function lineHolds(
  operator: string,
  line: { readonly key: string; readonly values: OneOrMany<Scalar> },
  world: { readonly context: Context; readonly variables: Variables | undefined },
): boolean {
  const [, qualifier, name, ifExists] =
    /^(?:(forallvalues|foranyvalue):)?(.+?)(ifexists)?$/.exec(operator.toLowerCase()) ?? [];
  const entry = world.context.get(line.key.toLowerCase());
  const policyValues = listOf<Scalar>(line.values).map(String);
  if (name === 'null' && ifExists === undefined) {
    if (qualifier !== undefined) return qualifier === 'forallvalues'; // C21
    return policyValues.some((value) => value.toLowerCase() === String(entry === undefined)); // C20
  }
  const row = OPERATORS.get(name ?? '');
  if (row === undefined) return false; // C13
  const satisfied = (request: string) => {
    const matches = policyValues.some((value) => {
      const pieces = row.variables ? expand(value, world.variables) : plain(value);
      return pieces !== undefined && row.relation(pieces, request); // V8
    });
    return matches !== (row.negated === true); // C2, C6
  };
  if (entry === undefined) {
    if (ifExists !== undefined) return true; // C12, C47
    if (qualifier !== undefined) return qualifier === 'forallvalues'; // C42, C43
    return row.negated === true; // C10
  }
  if (qualifier === undefined && entry.many) return false; // C45
  if (policyValues.length === 0) return qualifier === undefined && ifExists === undefined && row.negated === true; // C7
  return qualifier === 'foranyvalue' ? entry.values.some(satisfied) : entry.values.every(satisfied); // C40, C41, C44
}

/** C37: six parts, each on its own; colons of a substituted value count as any other. */
function arnLike(policy: readonly Piece[], request: string): boolean {
  const parts: Piece[][] = [[]];
  for (const piece of policy) {
    if (piece.text === ':' && parts.length < 6) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  const target = request.split(':');
  if (parts.length < 6 || target.length < 6) return false;
  return parts.every((part, i) => wild(part, i < 5 ? (target[i] ?? '') : target.slice(5).join(':')));
}

/** A number as an integer and how many of its digits stand behind the point. */
interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

function compareDecimals(left: Decimal, right: Decimal): number {
  const a = left.units * 10n ** BigInt(right.places);
  const b = right.units * 10n ** BigInt(left.places);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** C32. */
function readNumber(text: string): Decimal | undefined {
  const [whole, sign, integer, fraction = ''] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const units = BigInt(`${integer}${fraction}`);
  return { units: sign === '-' ? -units : units, places: fraction.length };
}

/** C33: an instant in seconds since 1970. */
function readDate(text: string): Decimal | undefined {
  if (/^\d{5,}$/.test(text)) return { units: BigInt(text), places: 0 };
  const form = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d))?)?)?$/.exec(
    text,
  );
  if (form === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = form.slice(1, 7).map((part) => {
    return part === undefined ? undefined : Number(part);
  });
  const fraction = form[7] ?? '';
  const zone = form[8] ?? 'Z';
  const [zoneHour, zoneMinute] = zone === 'Z' ? [0, 0] : [Number(zone.slice(1, 3)), Number(zone.slice(4))];
  const days = MONTHS.map((length, i) => (i === 1 && isLeap(year) ? 29 : length));
  const valid = month >= 1 && month <= 12 && day >= 1 && day <= (days[month - 1] ?? 0);
  if (!valid || hour > 23 || minute > 59 || second > 59 || zoneHour > 23 || zoneMinute > 59) return undefined;
  const yearDays = 365 * year + Math.ceil(year / 4) - Math.ceil(year / 100) + Math.ceil(year / 400) - 719_528;
  const monthDays = days.slice(0, month - 1).reduce((sum, length) => sum + length, 0);
  const local = ((yearDays + monthDays + day - 1) * 24 + hour) * 3600 + minute * 60 + second;
  const offset = (zone.startsWith('-') ? -1 : 1) * (zoneHour * 3600 + zoneMinute * 60);
  const scale = 10n ** BigInt(fraction.length);
  return { units: BigInt(local - offset) * scale + BigInt(fraction === '' ? 0 : fraction), places: fraction.length };
}

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function isBase64(text: string): boolean {
  return /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text);
}

function bytesOf(text: string): string {
  return Buffer.from(text, 'base64').toString('hex');
}

/** C36. */
function addressInRange(range: string, address: string): boolean {
  const [network = '', prefix, ...more] = range.split('/');
  const base = readAddress(network);
  const point = readAddress(address);
  if (base === undefined || point === undefined || base.bits !== point.bits || more.length > 0) return false;
  if (prefix !== undefined && (!/^(0|[1-9]\d{0,2})$/.test(prefix) || Number(prefix) > base.bits)) return false;
  const shift = BigInt(base.bits - Number(prefix ?? base.bits));
  return base.value >> shift === point.value >> shift;
}

function readAddress(text: string): { bits: number; value: bigint } | undefined {
  const v4 = readDotted(text);
  if (v4 !== undefined) return { bits: 32, value: v4 };
  const [head = '', tail, ...more] = text.split('::');
  if (!text.includes(':') || more.length > 0) return undefined;
  const left = readGroups(head, tail === undefined);
  const right = tail === undefined ? [] : readGroups(tail, true);
  if (left === undefined || right === undefined) return undefined;
  const gap = 8 - left.length - right.length;
  if (tail === undefined ? gap !== 0 : gap < 1) return undefined;
  const groups = [...left, ...Array.from({ length: gap }, () => 0n), ...right];
  return { bits: 128, value: groups.reduce((sum, group) => (sum << 16n) | group, 0n) };
}

function readDotted(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
}

/** Groups of an IPv6 address; the last may be a dotted IPv4 address when `last` says that the address ends here. */
function readGroups(text: string, last: boolean): bigint[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const groups: bigint[] = [];
  for (const [i, part] of parts.entries()) {
    const dotted = last && i === parts.length - 1 ? readDotted(part) : undefined;
    if (dotted !== undefined) groups.push(dotted >> 16n, dotted & 0xffffn);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return groups;
}
