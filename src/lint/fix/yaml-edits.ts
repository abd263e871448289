/** Changes of a YAML document as edits of its text that leave comments and layout as they were written. */
import type { SourceNode } from '../../parse/index.ts';
import type { Change, Json } from './change.ts';
import { type FoundNode, findNode } from './find-node.ts';
import { jsonEdit, removed } from './json-edits.ts';
import type { TextEdit } from './text-edit.ts';

/** An anchor or an alias: what is changed in one place would change in another. */
const ANCHORS = /(?:^|[\s[{,])[&*][A-Za-z0-9_]/m;

/** Undefined where the change cannot be made there. */
export function yamlEdit(change: Change, root: SourceNode, text: string): TextEdit | undefined {
  const found = ANCHORS.test(text) ? undefined : findNode(root, change.path);
  const range = found?.node.range;
  if (!found || !range) return undefined;
  switch (change.kind) {
    case 'replace':
      return isScalar(change.value) && isScalarNode(found.node)
        ? { range, text: scalar(change.value, text[range.start]) }
        : undefined;
    case 'rename': {
      const key = found.member?.keyRange;
      return key && { range: key, text: scalar(change.key, text[key.start]) };
    }
    case 'remove':
      return isFlow(found.parent, text) ? removed(found) : lineRemoved(found, text);
    case 'add-member':
      return isFlow(found.node, text) ? jsonEdit(change, root, text) : memberAdded(found.node, text, change);
    case 'add-after':
      return isFlow(found.parent, text) ? jsonEdit(change, root, text) : itemAdded(found, text, change.value);
    default:
      return change satisfies never;
  }
}

/** Written in brackets or braces. */
function isFlow(node: SourceNode | undefined, text: string): boolean {
  const first = node?.range ? text[node.range.start] : undefined;
  return first === '[' || first === '{';
}

function isScalarNode({ kind }: SourceNode): boolean {
  return kind !== 'object' && kind !== 'array';
}

function isScalar(value: Json): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}

/** All lines of an entry, with a comment behind it; the key behind a dash gives its place to the next one. */
function lineRemoved({ parent, index, member }: FoundNode, text: string): TextEdit | undefined {
  if (parent?.kind === 'object') {
    const start = member?.keyRange?.start;
    const next = parent.members[index + 1]?.keyRange?.start;
    if (start === undefined || parent.members.length === 1) return undefined;
    if (next !== undefined) return { range: { start, end: next }, text: '' };
    return wholeLines(text, start, member?.value.range?.end ?? start, /^[ ]*$/);
  }
  const item = parent?.kind === 'array' && parent.items.length > 1 ? parent.items[index] : undefined;
  return item?.range && wholeLines(text, item.range.start, item.range.end, /^[ ]*-[ ]+$/);
}

/** @param before what may stand on the first line before the entry */
function wholeLines(text: string, start: number, end: number, before: RegExp): TextEdit | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  if (!before.test(text.slice(from, start))) return undefined;
  // A block's range may end at the beginning of the next line already.
  const last = text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1 || text.length;
  if (!/^[ \t]*(?:#[^\n]*)?\r?\n?$/.test(text.slice(end, last))) return undefined;
  return { range: { start: from, end: last }, text: '' };
}

function memberAdded(node: SourceNode, text: string, { key, value }: { key: string; value: Json }) {
  const start = node.kind === 'object' ? node.members[0]?.keyRange?.start : undefined;
  if (start === undefined || !isScalar(value)) return undefined;
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  return {
    range: { start, end: start },
    text: `${scalar(key)}: ${scalar(value)}${lineEnd(text)}${' '.repeat(column)}`,
  };
}

function itemAdded({ node }: FoundNode, text: string, value: Json): TextEdit | undefined {
  const start = node.range?.start ?? 0;
  const end = node.range?.end ?? 0;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lead = text.slice(from, start);
  if (!/^[ ]*-[ ]+$/.test(lead)) return undefined;
  const at = text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1;
  const isOpen = at === 0;
  const place = isOpen ? text.length : at;
  const lines = block(value, ' '.repeat(lead.length)).join(lineEnd(text));
  const item = `${lead}${lines.trimStart()}${lineEnd(text)}`;
  return { range: { start: place, end: place }, text: isOpen ? lineEnd(text) + item : item };
}

function block(value: Json, indent: string): string[] {
  if (isScalar(value)) return [indent + scalar(value)];
  if (Array.isArray(value))
    return value.flatMap((item: Json) => [`${indent}- ${block(item, `${indent}  `).join('\n').trimStart()}`]);
  return Object.entries(value).flatMap(([key, one]) =>
    isScalar(one)
      ? [`${indent}${scalar(key)}: ${scalar(one)}`]
      : [`${indent}${scalar(key)}:`, ...block(one, `${indent}  `)],
  );
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** What YAML reads as this very text without quotes, in braces too. */
const PLAIN = /^[A-Za-z/](?:[A-Za-z0-9_./@+=-]|:(?=[A-Za-z0-9_*]))*\*?$/;
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** @param quote the first character of what it replaces, whose quotes it takes on */
function scalar(value: Json, quote?: string): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  if (quote === "'" && !/[\n\r]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return quote !== '"' && PLAIN.test(value) && !WORDS.test(value) ? value : JSON.stringify(value);
}
