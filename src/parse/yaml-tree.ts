/** What the YAML library has read, as a tree. */
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type ParsedNode, type Scalar } from 'yaml';
import type { Diagnostic, Range, SourceText } from '../language/index.ts';
import { MOST_LEVELS, problem, type ReadResult, tooDeep } from './read-result.ts';
import type { Member, ScalarNode, SourceNode } from './source-node.ts';

/** Far more than a file needs; aliases of aliases would make exponentially many. */
const MOST_NODES = 100_000;

/** Tags that only say what a value is anyway. */
const CORE_TAGS: ReadonlySet<string> = new Set(
  ['map', 'seq', 'str', 'int', 'float', 'bool', 'null'].map((name) => `tag:yaml.org,2002:${name}`),
);

/** A number that JSON knows as well, or digits that are none to a person: an account id with leading zeros. */
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** Tags that are read, each with the key of the one member that the value then is under: `!Sub x` is `{ "Fn::Sub": x }`. */
export type YamlTags = ReadonlyMap<string, string>;

interface Anchored {
  readonly tree: SourceNode;
  /** Values in the tree. */
  readonly size: number;
}

interface Reader {
  readonly source: SourceText;
  readonly tags: YamlTags;
  readonly diagnostics: Diagnostic[];
  /** What each anchor stands for so far; `open` while it is still being read. */
  readonly anchors: Map<string, Anchored | 'open'>;
  /** Values so far, those that aliases repeat included. */
  size: number;
}

/** A problem of a YAML text. */
export function yamlProblem(source: SourceText, message: string, range: Range, help?: string): Diagnostic {
  return problem('yaml-syntax', { message, path: '', source, range, help });
}

export function treeOfYaml(contents: ParsedNode, source: SourceText, tags: YamlTags): ReadResult {
  const reader: Reader = { source, tags, diagnostics: [], anchors: new Map(), size: 0 };
  const node = convert(contents, 0, reader);
  return node && reader.diagnostics.length === 0 ? { node, diagnostics: [] } : { diagnostics: reader.diagnostics };
}

function report(reader: Reader, message: string, range: Range, help?: string): undefined {
  reader.diagnostics.push(yamlProblem(reader.source, message, range, help));
  return undefined;
}

function rangeOf(node: Node | null | undefined): Range {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 1 };
}

function convert(node: Node, depth: number, reader: Reader): SourceNode | undefined {
  const range = rangeOf(node);
  if (!grow(reader, 1, range)) return undefined;
  if (isAlias(node)) return resolve(node.source, { depth, range }, reader);
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  const before = reader.size - 1;
  if (anchor !== undefined) reader.anchors.set(anchor, 'open');
  const tree = convertValue(node, { depth, range }, reader);
  if (anchor !== undefined && tree) reader.anchors.set(anchor, { tree, size: reader.size - before });
  return tree;
}

interface Place {
  /** Objects and lists around it. */
  readonly depth: number;
  readonly range: Range;
}

function convertValue(node: Node, place: Place, reader: Reader): SourceNode | undefined {
  const { tag } = node;
  if (!tag || CORE_TAGS.has(tag)) return convertUntagged(node, place, reader);
  const key = reader.tags.get(tag);
  if (key === undefined) return report(reader, `the tag \`${tag}\` is not read`, place.range);
  if (place.depth >= MOST_LEVELS) return refuseDepth(place, reader);
  const value = convertUntagged(node, { ...place, depth: place.depth + 1 }, reader);
  // The library's place of a value begins after its tag.
  const start = reader.source.text.lastIndexOf(tag, place.range.start);
  const keyRange = { start, end: start + tag.length };
  return value && { kind: 'object', members: [{ key, keyRange, value }], range: { start, end: place.range.end } };
}

function refuseDepth({ range }: Place, reader: Reader): undefined {
  reader.diagnostics.push(tooDeep(reader.source, range.start));
  return undefined;
}

function convertUntagged(node: Node, { range, depth }: Place, reader: Reader): SourceNode | undefined {
  if (depth >= MOST_LEVELS && !isScalar(node)) {
    // `[a: 1]` is two levels: a list and a mapping without braces.
    return refuseDepth({ range, depth }, reader);
  }
  if (isMap(node)) {
    return { kind: 'object', members: node.items.flatMap((pair) => convertMember(pair, depth + 1, reader)), range };
  }
  if (isSeq(node)) {
    return {
      kind: 'array',
      items: node.items.flatMap((item) => convert(item as Node, depth + 1, reader) ?? []),
      range,
    };
  }
  return isScalar(node) ? convertScalar(node, range, reader) : undefined;
}

/** Counts values; false once there are too many, which is reported once. */
function grow(reader: Reader, by: number, range: Range): boolean {
  const before = reader.size;
  reader.size += by;
  if (reader.size <= MOST_NODES) return true;
  if (before <= MOST_NODES) report(reader, `more than ${MOST_NODES} values, those of aliases counted`, range);
  return false;
}

/** What an alias stands for, in the place of the alias; its parts keep the places where they are written. */
function resolve(name: string, { depth, range }: Place, reader: Reader): SourceNode | undefined {
  const anchored = reader.anchors.get(name);
  if (!anchored) return report(reader, `there is no anchor \`&${name}\``, range);
  if (anchored === 'open') return report(reader, `\`*${name}\` stands inside what it stands for`, range);
  if (!grow(reader, anchored.size, range)) return undefined;
  if (depth + levels(anchored.tree) <= MOST_LEVELS) return anchored.tree;
  reader.diagnostics.push(tooDeep(reader.source, range.start));
  return undefined;
}

function levels(node: SourceNode): number {
  if (node.kind === 'array') return 1 + node.items.reduce((most, item) => Math.max(most, levels(item)), 0);
  if (node.kind === 'object') return 1 + node.members.reduce((most, { value }) => Math.max(most, levels(value)), 0);
  return 0;
}

function convertMember({ key, value }: Pair, depth: number, reader: Reader): Member[] {
  const keyRange = rangeOf(key as Node);
  if (!isScalar(key) || key.value === null || typeof key.value === 'object') {
    report(reader, 'a key must be a text', keyRange);
    return [];
  }
  if (key.source === '<<' && key.type === 'PLAIN') {
    report(reader, 'merge keys are not read', keyRange, 'write the members out, or put quotes around the key');
    return [];
  }
  if (key.anchor !== undefined) convert(key, depth, reader);
  const text = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
  const tree: SourceNode | undefined =
    value === null ? { kind: 'null', text: 'null', range: keyRange } : convert(value as Node, depth, reader);
  return tree ? [{ key: text, keyRange, value: tree }] : [];
}

/** A number keeps the digits that were written: an account id above 2^53 or with a leading zero loses none. */
function convertScalar({ value, source }: Scalar, range: Range, reader: Reader): ScalarNode | undefined {
  if (value === null) return { kind: 'null', text: 'null', range };
  if (typeof value === 'boolean') return { kind: 'boolean', text: String(value), range };
  if (typeof value === 'string') return { kind: 'string', text: value, range };
  const text = source ?? String(value);
  if (NUMBER.test(text)) return { kind: 'number', text, range };
  return report(reader, `\`${text}\` is a number in YAML, in a form that JSON does not have`, range, NUMBER_HELP);
}

const NUMBER_HELP = 'put quotes around it if a text is meant; else write a decimal number';
