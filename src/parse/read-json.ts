/** JSON text to a tree, strictly as AWS reads it, with every syntax problem and its place. */
import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Diagnostic, SourceText } from '../language/index.ts';
import { isEcho, syntaxProblem } from './json-syntax.ts';
import { readFaultless } from './read-faultless.ts';
import { MOST_LEVELS, MOST_PROBLEMS, problem, type ReadResult, tooDeep, tooLong } from './read-result.ts';
import type { Member, SourceNode } from './source-node.ts';

export interface JsonOptions {
  /** Allow comments and trailing commas (configuration files); AWS takes neither. */
  readonly comments?: boolean;
  /** Longest text that is read, in UTF-16 units, where it is more than a policy can hold. */
  readonly atMost?: number;
}

export function readJson(source: SourceText, options: JsonOptions = {}): ReadResult {
  const long = tooLong(source, options.atMost);
  if (long) return { diagnostics: [long] };
  const faultless = readFaultless(source.text);
  return faultless ? { node: faultless, diagnostics: [] } : readCarefully(source, options);
}

/** Any text, slowly: the same tree, or every problem. */
export function readCarefully(source: SourceText, options: JsonOptions = {}): ReadResult {
  const deep = depthProblem(source);
  if (deep) return { diagnostics: [deep] };
  const errors: ParseError[] = [];
  const comments = options.comments === true;
  // A byte order mark is reported as one; to the parser it is white space, so that what follows is reported as well.
  const text = source.text.replace(/^\uFEFF/, ' ');
  const root = parseTree(text, errors, { disallowComments: !comments, allowTrailingComma: comments });
  const diagnostics = [...byteOrderMark(source), ...syntaxProblems(errors, source)];
  return root && diagnostics.length === 0 ? { node: convert(root, text), diagnostics } : { diagnostics };
}

/**
 * jsonc-parser's tree builder calls itself for each level, so the depth is counted first, on the tokens of its own scanner.
 * INVARIANT: never less than what the builder will reach: like it, a bracket of the wrong kind closes nothing.
 */
function depthProblem({ text, ...source }: SourceText): Diagnostic | undefined {
  const scanner = createScanner(text, true);
  const open: string[] = [];
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    const token = text[offset];
    if (token === '{' || token === '[') open.push(token === '{' ? '}' : ']');
    else if (token !== undefined && token === open.at(-1)) open.pop();
    if (open.length > MOST_LEVELS) return tooDeep({ ...source, text }, offset);
  }
  return undefined;
}

function byteOrderMark(source: SourceText): Diagnostic[] {
  if (!source.text.startsWith('\uFEFF')) return [];
  const message = 'the text begins with a byte order mark';
  const help = 'save the file as UTF-8 without a byte order mark';
  return [problem('json-syntax', { message, path: '', source, range: { start: 0, end: 1 }, help })];
}

function syntaxProblems(errors: readonly ParseError[], source: SourceText): Diagnostic[] {
  // One mistake often is several errors at one place; the first says it best.
  const places = new Map<number, ParseError>();
  for (const [index, error] of errors.entries()) {
    if (!places.has(error.offset) && !isEcho(error, errors[index - 1], source.text)) places.set(error.offset, error);
  }
  const sorted = [...places.values()].sort((a, b) => a.offset - b.offset);
  const listed = sorted.slice(0, MOST_PROBLEMS).map((error) => syntaxProblem(error, source));
  const next = sorted[MOST_PROBLEMS];
  if (!next) return listed;
  const message = `${sorted.length - MOST_PROBLEMS} more mistakes from here on`;
  return [
    ...listed,
    problem('json-syntax', { message, path: '', source, range: { start: next.offset, end: next.offset + 1 } }),
  ];
}

function convert(node: Node, text: string): SourceNode {
  const range = { start: node.offset, end: node.offset + node.length };
  switch (node.type) {
    case 'object':
      return { kind: 'object', members: (node.children ?? []).flatMap((child) => convertMember(child, text)), range };
    case 'array':
      return { kind: 'array', items: (node.children ?? []).map((child) => convert(child, text)), range };
    case 'string':
      return { kind: 'string', text: String(node.value), range };
    case 'number':
    case 'boolean':
    case 'null':
      return { kind: node.type, text: text.slice(range.start, range.end), range };
    default:
      throw new Error(`no JSON value has the type ${node.type}`);
  }
}

function convertMember(property: Node, text: string): Member[] {
  const [key, value] = property.children ?? [];
  if (!key || !value) return [];
  const keyRange = { start: key.offset, end: key.offset + key.length };
  return [{ key: String(key.value), keyRange, value: convert(value, text) }];
}
