/** A document as a tree that keeps what JSON.parse loses: places, duplicate keys, the digits of numbers. */
import type { Range } from '../language/index.ts';

export type SourceNode = ObjectNode | ArrayNode | ScalarNode;

interface Placed {
  /** Missing for a value built in memory. */
  readonly range?: Range;
}

export interface ObjectNode extends Placed {
  readonly kind: 'object';
  /** In the order of the text; a key may occur twice. */
  readonly members: readonly Member[];
}

export interface Member {
  readonly key: string;
  readonly keyRange?: Range;
  readonly value: SourceNode;
}

export interface ArrayNode extends Placed {
  readonly kind: 'array';
  readonly items: readonly SourceNode[];
}

/** `text` is what is compared: the string itself, `true`, `null`, or a number as it was written. */
export interface ScalarNode extends Placed {
  readonly kind: 'string' | 'number' | 'boolean' | 'null';
  readonly text: string;
}

/** The value of the first member with this key. */
export function member(node: SourceNode | undefined, key: string): SourceNode | undefined {
  return node?.kind === 'object' ? node.members.find((candidate) => candidate.key === key)?.value : undefined;
}

/** `a string`, `an object`: for messages. */
export function kindWords(node: SourceNode): string {
  return node.kind === 'null' ? 'null' : `${/^[ao]/.test(node.kind) ? 'an' : 'a'} ${node.kind}`;
}

/** The plain value; of a duplicate key the last wins, as in JSON.parse. */
export function toValue(node: SourceNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, toValue(value)]));
    case 'array':
      return node.items.map(toValue);
    case 'string':
      return node.text;
    case 'number':
      return Number(node.text);
    case 'boolean':
      return node.text === 'true';
    case 'null':
      return null;
    default:
      return node satisfies never;
  }
}

/** One step of a JSON pointer, escaped (RFC 6901). */
export function pointerStep(key: string | number): string {
  if (typeof key === 'number') return `/${key}`;
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
