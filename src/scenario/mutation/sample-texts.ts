/** Texts just inside and just outside of what policies name: actions, resources, values of context keys. */
import type { Catalog } from '../../catalog/index.ts';
import { parseDate, parseRange } from '../../compile/index.ts';
import {
  type ConditionEntry,
  type ListElement,
  parseOperator,
  type RequestContext,
  splitArn,
} from '../../language/index.ts';

/** Stands where a wildcard does. */
const EXAMPLE = 'example';
/** Per pattern. */
const MOST_ACTIONS = 3;

/** Actions that the patterns name, then all of the same services. */
export function sampleActions(elements: readonly ListElement[], catalog: Catalog): string[] {
  const patterns = elements.flatMap(({ values }) => values.map(({ value }) => value));
  const named = patterns.flatMap((pattern) => {
    if (!/[*?]/.test(pattern)) return [pattern];
    return pattern === '*' ? [] : spread(catalog.expandAction(pattern).map(nameOf));
  });
  const services = [...new Set(patterns.flatMap((pattern) => (pattern.includes(':') ? [pattern.split(':')[0]] : [])))];
  const others = services.flatMap((service) => catalog.expandAction(`${service}:*`).map(nameOf));
  // What people know comes first.
  others.sort((a, b) => rankOf(a) - rankOf(b));
  return [...new Set([...named, ...others])];
}

const VERBS: readonly string[] = [':get', ':put', ':create', ':delete', ':list', ':describe'];

function rankOf(action: string): number {
  const rank = VERBS.findIndex((verb) => action.toLowerCase().includes(verb));
  return rank === -1 ? VERBS.length : rank;
}

function nameOf({ service, name }: { readonly service: string; readonly name: string }): string {
  return `${service}:${name}`;
}

/** First, last and one between. */
function spread<One>(all: readonly One[]): One[] {
  if (all.length <= MOST_ACTIONS) return [...all];
  return [0, Math.floor(all.length / 2), all.length - 1].flatMap((at) => all.slice(at, at + 1));
}

/** ARNs that a resource pattern names, and ones beside them. */
export function sampleResources(pattern: string, context: RequestContext): string[] {
  const text = withVariables(pattern, context);
  if (text === undefined || text === '*') return [];
  const parts = splitArn(text);
  if (!parts) return [];
  const [partition, service, region, account] = [parts[1], parts[2], parts[3], parts[4]];
  const fill = (part: string, value: string) => (part === '*' ? value : part.replace(/[*?]/g, 'x'));
  const head = ['arn', fill(partition, 'aws'), service, fill(region, 'us-east-1'), fill(account, '111122223333')];
  const [, , , , , last] = parts;
  const inside = [EXAMPLE, `${EXAMPLE}/${EXAMPLE}`, ''].map((run) => last.replaceAll('*', run).replaceAll('?', 'x'));
  const plain = inside[0] ?? '';
  const slash = plain.lastIndexOf('/');
  const parents = slash === -1 ? [] : [`${plain.slice(0, slash)}-other/${EXAMPLE}`, plain.slice(0, slash)];
  const beside = [`${plain}-other`, `${plain}/${EXAMPLE}`, `${plain}-other/${EXAMPLE}`, ...parents];
  return [...new Set([...inside, ...beside])].filter((one) => one !== '').map((one) => [...head, one].join(':'));
}

/** Undefined where the context does not have what a variable asks for. */
function withVariables(pattern: string, context: RequestContext): string | undefined {
  let known = true;
  const text = pattern.replace(/\$\{([^}]*)\}/g, (_, inner: string) => {
    if (/^[*?$]$/.test(inner)) return inner === '*' ? 'x' : inner;
    const [key = '', fallback] = inner.split(',');
    const found = Object.entries(context).find(([name]) => name.toLowerCase() === key.trim().toLowerCase())?.[1];
    const value = typeof found === 'string' ? found : fallback?.trim().replace(/^'|'$/g, '');
    known &&= value !== undefined;
    return value ?? '';
  });
  return known ? text : undefined;
}

/** A value of a context key; null takes the key away. */
export type Sample = string | readonly string[] | null;

/** Values that meet the condition and values that just do not, single or in lists as the key holds them. */
export function sampleValues({ operator, key, values }: ConditionEntry, context: RequestContext, isList: boolean) {
  const use = parseOperator(operator);
  if (!use) return [];
  const texts = values.flatMap(({ value }) => withVariables(value, context) ?? []);
  const singles = [...new Set(texts.flatMap((text) => around(text, use.operator.valueType, key)))];
  const other = use.operator.valueType === 'string' ? ['other'] : [];
  const all = [...singles, ...other];
  if (!isList) return all;
  const [first] = all;
  const pairs = first === undefined ? [] : all.slice(1).map((one) => [first, one]);
  return [...all.map((one) => [one]), ...pairs];
}

type ValueType = NonNullable<ReturnType<typeof parseOperator>>['operator']['valueType'];

function around(text: string, type: ValueType, key: string): string[] {
  switch (type) {
    case 'string': {
      const inside = [EXAMPLE, ''].map((run) => text.replaceAll('*', run).replaceAll('?', 'x'));
      return [...inside, `${inside[0]}-other`, text.replaceAll('*', EXAMPLE).toUpperCase()];
    }
    case 'arn': {
      const [plain = ''] = sampleResources(text, {});
      return plain === '' ? [] : [plain, `${plain}-other`];
    }
    case 'number':
      return /^-?[0-9]{1,15}$/.test(text) ? [text, String(Number(text) - 1), String(Number(text) + 1)] : [text];
    case 'date':
      return datesAround(text);
    case 'boolean':
      // Null asks of any key; only of booleans these are values.
      return /^aws:(securetransport|multifactorauthpresent|viaawsservice|principalisawsservice)$/i.test(key)
        ? ['true', 'false']
        : [EXAMPLE];
    case 'address':
      return addressesAround(text);
    case 'binary':
      return [text];
    default:
      return type satisfies never;
  }
}

function datesAround(text: string): string[] {
  const second = parseDate(text)?.value;
  if (second === undefined) return [text];
  const at = (moved: number) => new Date((Math.floor(second) + moved) * 1000).toISOString().replace('.000Z', 'Z');
  return [at(0), at(-1), at(1)];
}

/** The first and last address of a network, those next to it, and the two in its middle. */
function addressesAround(text: string): string[] {
  const range = parseRange(text);
  if (!range) return [];
  const [first, last] = [BigInt(range.first), BigInt(range.last)];
  const middle = (first + last) / 2n;
  const most = range.family === 4 ? 32n : 128n;
  return [first, last, first - 1n, last + 1n, middle, middle + 1n]
    .filter((one) => one >= 0n && one < 2n ** most)
    .map((one) => (range.family === 4 ? ipv4(one) : ipv6(one)));
}

function ipv4(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 0xffn).join('.');
}

/** The first run of zeros is left out, as people write it. */
function ipv6(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  return groups.join(':').replace(/(?:^|:)0(?::0)+(?::|$)/, '::');
}
