/** Functions that make texts and lists of other texts: Join, Split, Select, Base64, Length, ToJsonString. */
import {
  deployTime,
  deployTimeNames,
  hasDeployTime,
  isDeployTime,
  readableDeployTime,
  splitDeployTime,
} from '../../../language/index.ts';
import { type SourceNode, toValue } from '../../../parse/index.ts';
import { argumentsOf, type Call, type Intrinsic, malformed, openNode, scalarText, textNode } from './resolver.ts';

export const join: Intrinsic = (call, resolver) => {
  const takes = 'a list of a delimiter and a list of texts';
  const [first, second] = argumentsOf(call, 2) ?? [];
  const delimiter = first?.kind === 'string' ? first.text : undefined;
  const list = second && resolver.resolve(second);
  if (delimiter === undefined || !list) return malformed(call, resolver, takes);
  if (list.kind !== 'array')
    return isOpen(list) ? openNode(`Fn::Join ${list.text}`, call.range) : malformed(call, resolver, takes);
  const texts = list.items.map(scalarText);
  if (texts.includes(undefined)) return malformed(call, resolver, takes);
  return textNode(texts.join(delimiter), call.range);
};

/** Delimiters of which an account id, a region or a partition has no character in it. */
const PARTS: Readonly<Record<string, RegExp>> = {
  'AWS::AccountId': /^\D+$/,
  'AWS::Region': /^[^a-z\d-]+$/,
  'AWS::Partition': /^[^a-z-]+$/,
};

export const split: Intrinsic = (call, resolver) => {
  const takes = 'a list of a delimiter and a text';
  const [first, second] = argumentsOf(call, 2) ?? [];
  const delimiter = first?.kind === 'string' ? first.text : '';
  const text = second && scalarText(resolver.resolve(second));
  if (delimiter === '' || text === undefined) return malformed(call, resolver, takes);
  const isPlain = deployTimeNames(text).every((name) => PARTS[name]?.test(delimiter));
  if (!isPlain) return openNode(`Fn::Split ${text}`, call.range);
  return {
    kind: 'array',
    items: splitOutside(text, delimiter).map((part) => textNode(part, call.range)),
    ...place(call),
  };
};

/** Names of open parts may have the delimiter in them. */
function splitOutside(text: string, delimiter: string): readonly string[] {
  return splitDeployTime(text).reduce<readonly string[]>(
    (items, part) => {
      const [first = '', ...others] = part.kind === 'open' ? [deployTime(part.name)] : part.text.split(delimiter);
      return [...items.slice(0, -1), `${items.at(-1) ?? ''}${first}`, ...others];
    },
    [''],
  );
}

export const select: Intrinsic = (call, resolver) => {
  const takes = 'a list of an index and a list';
  const [first, second] = argumentsOf(call, 2) ?? [];
  const index = first && scalarText(resolver.resolve(first));
  const list = second && resolver.resolve(second);
  if (index === undefined || !list) return malformed(call, resolver, takes);
  if (hasDeployTime(index) || isOpen(list)) return openNode(`Fn::Select ${index} ${wording(list)}`, call.range);
  if (list.kind !== 'array' || !/^\d+$/.test(index)) return malformed(call, resolver, takes);
  const found = list.items[Number(index)];
  if (found) return found;
  return malformed(call, resolver, `an index below ${list.items.length}, the length of its list`);
};

export const base64: Intrinsic = (call, resolver) => {
  const text = scalarText(resolver.resolve(call.argument));
  if (text === undefined) return malformed(call, resolver, 'a text');
  if (hasDeployTime(text)) return openNode(`Fn::Base64 ${text}`, call.range);
  return textNode(btoa(String.fromCharCode(...new TextEncoder().encode(text))), call.range);
};

export const length: Intrinsic = (call, resolver) => {
  const list = resolver.resolve(call.argument);
  if (list?.kind === 'array') return { kind: 'number', text: String(list.items.length), ...place(call) };
  return list && isOpen(list) ? openNode(`Fn::Length ${list.text}`, call.range) : malformed(call, resolver, 'a list');
};

export const toJsonString: Intrinsic = (call, resolver) => {
  const value = resolver.resolve(call.argument);
  if (value?.kind !== 'object' && value?.kind !== 'array') return malformed(call, resolver, 'an object or a list');
  return textNode(JSON.stringify(toValue(value)), call.range);
};

/** Functions of what is outside of the template: `Fn::ImportValue`, `Fn::GetAZs`, `Fn::Cidr`, `Fn::Transform`. */
export const outside: Intrinsic = (call, resolver) => {
  const { argument } = call;
  const value = call.name === 'Fn::Transform' ? undefined : resolver.resolve(argument);
  const words = value === undefined ? '' : ` ${wording(value)}`;
  return openNode(`${call.name}${words}`, call.range);
};

function isOpen(node: SourceNode): node is SourceNode & { kind: 'string' } {
  return node.kind === 'string' && isDeployTime(node.text);
}

function wording(node: SourceNode): string {
  return readableDeployTime(scalarText(node) ?? JSON.stringify(toValue(node)));
}

function place({ range }: Call) {
  return range ? { range } : {};
}
