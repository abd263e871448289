/** Members of a tree that a schema has found sound, as plain values. */
import { type Member, member, pointerStep, type SourceNode, toValue } from '../parse/index.ts';
import type { GivenContext, GivenValue, Tags } from './environment.ts';
import type { At } from './reader.ts';

/** The member as value and place; undefined where it is left out. */
export function at({ node, path }: At, key: string): At | undefined {
  const found = node.kind === 'object' ? node.members.find((one) => one.key === key) : undefined;
  return found && placed(found, path);
}

function placed({ key, keyRange, value }: Member, path: string): At {
  const long = value.kind === 'object' || value.kind === 'array';
  const range = long ? keyRange : value.range;
  return { node: value, path: path + pointerStep(key), ...(range ? { range } : {}) };
}

export function textAt(where: At, key: string): string | undefined {
  return textOf(member(where.node, key));
}

export function textOf(node: SourceNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.text : undefined;
}

export function numberAt(where: At, key: string): number | undefined {
  const found = member(where.node, key);
  return found?.kind === 'number' ? Number(found.text) : undefined;
}

export function booleanAt(where: At, key: string): boolean | undefined {
  const found = member(where.node, key);
  return found?.kind === 'boolean' ? found.text === 'true' : undefined;
}

/** The items of a list; none where it is left out. */
export function itemsAt(where: At, key: string): At[] {
  const list = at(where, key);
  if (list?.node.kind !== 'array') return [];
  return list.node.items.map((node, index) => {
    return { node, path: list.path + pointerStep(index), ...(node.range ? { range: node.range } : {}) };
  });
}

export function textsAt(where: At, key: string): string[] {
  return itemsAt(where, key).flatMap(({ node }) => textOf(node) ?? []);
}

/** A member of a map by names; its place is that of the name. */
export interface Entry extends At {
  readonly key: string;
}

/** The members of a map by names, such as `users`; none where it is left out. */
export function entriesAt(where: At, key: string): Entry[] {
  const map = at(where, key);
  if (map?.node.kind !== 'object') return [];
  return map.node.members.map((one) => {
    return { ...placed(one, map.path), key: one.key, ...(one.keyRange ? { range: one.keyRange } : {}) };
  });
}

export function tagsAt(where: At, key: string): Tags {
  return Object.fromEntries(entriesAt(where, key).map((entry) => [entry.key, textOf(entry.node) ?? '']));
}

export function contextAt(where: At, key: string): GivenContext {
  return Object.fromEntries(entriesAt(where, key).map((entry) => [entry.key, givenValue(entry.node)]));
}

/** A number keeps the digits that were written. */
function givenValue(node: SourceNode): GivenValue {
  if (node.kind === 'array')
    return node.items.map((item) => (item.kind === 'boolean' ? item.text === 'true' : textLike(item)));
  if (node.kind === 'null') return null;
  return node.kind === 'boolean' ? node.text === 'true' : textLike(node);
}

function textLike(node: SourceNode): string {
  return node.kind === 'object' || node.kind === 'array' ? JSON.stringify(toValue(node)) : node.text;
}
