/** Changes of a JSON document as edits of its text that leave all else as it was written. */
import type { Range } from '../../language/index.ts';
import type { SourceNode } from '../../parse/index.ts';
import type { Change, Json } from './change.ts';
import { type FoundNode, findNode } from './find-node.ts';
import type { TextEdit } from './text-edit.ts';

/** Undefined where the change cannot be made there. */
export function jsonEdit(change: Change, root: SourceNode, text: string): TextEdit | undefined {
  const found = findNode(root, change.path);
  const range = found?.node.range;
  if (!found || !range) return undefined;
  switch (change.kind) {
    case 'replace':
      return { range, text: written(change.value, text, range.start) };
    case 'rename':
      return found.member?.keyRange && { range: found.member.keyRange, text: JSON.stringify(change.key) };
    case 'remove':
      return removed(found);
    case 'add-member':
      return memberAdded(found.node, text, change);
    case 'add-after':
      return itemAdded(found, text, change.value);
    default:
      return change satisfies never;
  }
}

/** From the beginning of an entry to that of the next; the last one with the comma before it. */
export function removed({ parent, index }: FoundNode): TextEdit | undefined {
  const places = entriesOf(parent);
  const own = places[index];
  const next = places[index + 1];
  const before = places[index - 1];
  if (!own) return undefined;
  if (next) return { range: { start: own.start, end: next.start }, text: '' };
  return before && { range: { start: before.end, end: own.end }, text: '' };
}

/** Where the items or members of a node stand; a member with its key. */
function entriesOf(node: SourceNode | undefined): (Range | undefined)[] {
  if (node?.kind === 'array') return node.items.map(({ range }) => range);
  if (node?.kind !== 'object') return [];
  return node.members.map(({ keyRange, value }) =>
    keyRange && value.range ? { start: keyRange.start, end: value.range.end } : undefined,
  );
}

function memberAdded(node: SourceNode, text: string, { key, value }: { key: string; value: Json }) {
  const [first, second] = entriesOf(node);
  if (!first || !node.range) return undefined;
  // As the members are set apart already; the first from the brace, where it is the only one.
  const gap = second ? text.slice(first.end, second.start) : `,${text.slice(node.range.start + 1, first.start) || ' '}`;
  const range = { start: first.start, end: first.start };
  return { range, text: `${JSON.stringify(key)}: ${written(value, text, first.start)}${gap}` };
}

function itemAdded({ parent, index }: FoundNode, text: string, value: Json): TextEdit | undefined {
  const places = entriesOf(parent);
  const own = places[index];
  const [first, second] = places;
  if (!own || !first || !parent?.range) return undefined;
  const gap = second ? text.slice(first.end, second.start) : `,${text.slice(parent.range.start + 1, first.start)}`;
  return { range: { start: own.end, end: own.end }, text: gap + written(value, text, own.start) };
}

/** A value as JSON; what is no scalar over several lines where the line at `at` is indented. */
function written(value: Json, text: string, at: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  if (indent === '') return spaced(value);
  const unit = indent.startsWith('\t') ? '\t' : '  ';
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return block(value, indent, { unit, end });
}

/** Lists of scalars stay on one line, as people write them. */
function block(value: Json, indent: string, look: { unit: string; end: string }): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return spaced(value);
  const inner = indent + look.unit;
  const lines = Object.entries(value).map(([key, one]) => `${inner}${JSON.stringify(key)}: ${block(one, inner, look)}`);
  return `{${look.end}${lines.join(`,${look.end}`)}${look.end}${indent}}`;
}

/** On one line, with a space behind each comma and colon. */
function spaced(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  const members = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${spaced(one)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
