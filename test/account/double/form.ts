/** The parameters of a query-protocol call: `Tags.member.1.Key=team&...` as a tree, and readers of it. */
import { validationError } from './aws-error.ts';

export type Parameter = string | readonly Parameter[] | { readonly [name: string]: Parameter };
export type Parameters = Readonly<Record<string, Parameter>>;

interface Branch {
  [name: string]: Branch | string;
}

export function readForm(body: string): Parameters {
  const tree: Branch = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const steps = name.split('.');
    const last = steps.pop() ?? '';
    let place = tree;
    for (const step of steps) {
      const next = place[step];
      const branch: Branch = typeof next === 'object' ? next : {};
      place[step] = branch;
      place = branch;
    }
    place[last] = value;
  }
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, unfold(value)]));
}

/** `member.1`, `member.2` and `entry.1` are lists. */
function unfold(value: Branch | string): Parameter {
  if (typeof value === 'string') return value;
  const list = value.member ?? value.entry;
  if (typeof list === 'object') {
    const numbers = Object.keys(list).sort((a, b) => Number(a) - Number(b));
    return numbers.map((number) => unfold(list[number] ?? ''));
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, unfold(part)]));
}

export function textOf(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (typeof value === 'string') return value;
  throw validationError(
    `1 validation error detected: Value null at '${small(name)}' failed to satisfy constraint: Member must not be null`,
  );
}

export function optional(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  return typeof value === 'string' ? value : undefined;
}

function listOf(parameters: Parameters, name: string): readonly Parameter[] {
  const value = parameters[name];
  return Array.isArray(value) ? value : [];
}

export function textsOf(parameters: Parameters, name: string): readonly string[] {
  return listOf(parameters, name).filter((one) => typeof one === 'string');
}

export function tagsOf(parameters: Parameters): Readonly<Record<string, string>> {
  const pairs = listOf(parameters, 'Tags').map((tag) => {
    const { Key = '', Value = '' } = tag as Record<string, string>;
    return [Key, Value] as const;
  });
  return Object.fromEntries(pairs);
}

function small(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
