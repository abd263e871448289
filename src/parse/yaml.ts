/** YAML text to a tree. A door of its own: who reads only JSON need not load the YAML library. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, parseAllDocuments } from 'yaml';
import type { Diagnostic, Range, SourceText } from '../language/index.ts';
import { MOST_LEVELS, problem, type ReadResult, tooDeep, tooLong } from './read-result.ts';
import type { Member, ScalarNode, SourceNode } from './source-node.ts';

/** YAML 1.2 with its core schema: `yes` and `on` are texts, `true` and `false` booleans. One document, no tags, no merge keys. */
export function readYaml(source: SourceText): ReadResult {
  const refused = tooLong(source) ?? indentationTooDeep(source);
  if (refused) return { diagnostics: [refused] };
  const documents = parseAllDocuments(source.text, { prettyErrors: false, uniqueKeys: false });
  const [document, second] = Array.isArray(documents) ? documents : [];
  if (!document) return { diagnostics: [emptyText(source)] };
  const reader: Reader = { source, document, diagnostics: [], nodes: 0 };
  for (const error of [...document.errors, ...document.warnings]) {
    report(reader, error.message.split('\n')[0]?.replace(/^[A-Z]/, (c) => c.toLowerCase()) ?? 'not valid YAML', {
      start: error.pos[0],
      end: error.pos[1],
    });
  }
  if (second) {
    const range = rangeOf(second.contents) ?? { start: 0, end: 1 };
    report(reader, 'one document is expected, and a second one follows', range);
  }
  if (reader.diagnostics.length > 0) return { diagnostics: reader.diagnostics };
  const node = document.contents ? convert(document.contents, reader, 0) : undefined;
  if (!document.contents) return { diagnostics: [emptyText(source)] };
  return node && reader.diagnostics.length === 0 ? { node, diagnostics: [] } : { diagnostics: reader.diagnostics };
}

interface Reader {
  readonly source: SourceText;
  readonly document: Document;
  readonly diagnostics: Diagnostic[];
  /** Values so far, those that aliases repeat included. */
  nodes: number;
}

/** Far more than a file needs; aliases of aliases would make exponentially many. */
const MOST_NODES = 100_000;

function emptyText(source: SourceText): Diagnostic {
  return problem('yaml-syntax', { message: 'the text is empty', path: '', source, range: { start: 0, end: 0 } });
}

function report(reader: Reader, message: string, range: Range): void {
  reader.diagnostics.push(problem('yaml-syntax', { message, path: '', source: reader.source, range }));
}

/** Flow brackets and block indentation that no document needs would overflow the library's parser. */
function indentationTooDeep(source: SourceText): Diagnostic | undefined {
  let depth = 0;
  for (let at = 0; at < source.text.length; at++) {
    const character = source.text[at];
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    if (depth > MOST_LEVELS) return tooDeep(source, at);
  }
  const deepest = /^(?: {256,}|(?:- ?){65,}|(?:\? ?){65,})\S/m.exec(source.text);
  return deepest ? tooDeep(source, deepest.index) : undefined;
}

function rangeOf(node: Node | ParsedNode | null | undefined): Range | undefined {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

function convert(node: ParsedNode | Node, reader: Reader, depth: number): SourceNode | undefined {
  const range = rangeOf(node) ?? { start: 0, end: 1 };
  if (depth > MOST_LEVELS) {
    reader.diagnostics.push(tooDeep(reader.source, range.start));
    return undefined;
  }
  reader.nodes += 1;
  if (reader.nodes > MOST_NODES) {
    if (reader.nodes === MOST_NODES + 1) report(reader, `more than ${MOST_NODES} values`, range);
    return undefined;
  }
  if (isAlias(node)) {
    const target = node.resolve(reader.document);
    if (target) return convert(target, reader, depth + 1);
    report(reader, `there is no anchor \`&${node.source}\``, range);
    return undefined;
  }
  if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:')) {
    report(reader, `the tag \`${node.tag}\` is not read`, range);
    return undefined;
  }
  if (isMap(node))
    return { kind: 'object', members: node.items.flatMap((pair) => convertMember(pair, reader, depth)), range };
  if (isSeq(node)) {
    const items = node.items.flatMap((item) => convert(item as Node, reader, depth + 1) ?? []);
    return { kind: 'array', items, range };
  }
  return isScalar(node) ? convertScalar(node.value, node.source, range) : undefined;
}

function convertMember(pair: { key: unknown; value: unknown }, reader: Reader, depth: number): Member[] {
  const key = pair.key as Node;
  const keyRange = rangeOf(key) ?? { start: 0, end: 1 };
  if (!isScalar(key) || key.value === null || typeof key.value === 'object') {
    report(reader, 'a key must be a text', keyRange);
    return [];
  }
  if (key.source === '<<') {
    report(reader, 'merge keys are not read', keyRange);
    return [];
  }
  const text = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
  const value: SourceNode | undefined =
    pair.value === null
      ? { kind: 'null', text: 'null', range: keyRange }
      : convert(pair.value as Node, reader, depth + 1);
  return value ? [{ key: text, keyRange, value }] : [];
}

/** A number keeps the digits that were written: an account id above 2^53 or with a leading zero loses none. */
function convertScalar(value: unknown, source: string | undefined, range: Range): ScalarNode {
  if (value === null) return { kind: 'null', text: 'null', range };
  if (typeof value === 'boolean') return { kind: 'boolean', text: String(value), range };
  if (typeof value === 'number' || typeof value === 'bigint')
    return { kind: 'number', text: source ?? String(value), range };
  return { kind: 'string', text: String(value), range };
}
