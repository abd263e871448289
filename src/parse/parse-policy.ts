/** A tree to a typed policy document, with all problems at once (semantics A). */
import {
  type Diagnostic,
  knownText,
  type PolicyDocument,
  type PolicyType,
  type PolicyVersion,
  type SourceText,
  type Statement,
} from '../language/index.ts';
import { POLICY_TYPES } from '../language/policy-types/index.ts';
import { parseStatement } from './parse-statement.ts';
import {
  GRAMMAR,
  isMisspelt,
  isOpenForm,
  meaningIsCertain,
  membersOf,
  mismatch,
  type PolicyReader,
  report,
  reportUnknown,
} from './policy-reader.ts';
import { type ReadOptions, readSource } from './read-source.ts';
import { member, pointerStep, type SourceNode } from './source-node.ts';

export interface ParsedPolicy {
  /** Present exactly where the document's meaning is certain, be it one that AWS would refuse. */
  readonly document?: PolicyDocument;
  /** The document as far as it could be read, where there is one; its meaning may be lost. For looking at, not for deciding. */
  readonly readable?: PolicyDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a text and parses it as a policy of a type. */
export function parsePolicy(source: SourceText, type: PolicyType, options: ReadOptions = {}): ParsedPolicy {
  const { node, diagnostics } = readSource(source, options);
  return node ? parsePolicyDocument(node, type, source) : { diagnostics };
}

/**
 * @param source the text that the tree's ranges point into; without it the document has no places
 * @param path where the document stands in that text, as a JSON pointer
 */
export function parsePolicyDocument(node: SourceNode, type: PolicyType, source?: SourceText, path = ''): ParsedPolicy {
  const reader: PolicyReader = {
    type: POLICY_TYPES[type],
    source,
    diagnostics: [],
    plain: source !== undefined && isPlain(source),
  };
  const document = parseDocument(node, path, reader);
  const diagnostics = reader.diagnostics.sort((a, b) => startOf(a) - startOf(b));
  if (!document) return { diagnostics };
  return meaningIsCertain(diagnostics)
    ? { document, readable: document, diagnostics }
    : { readable: document, diagnostics };
}

function startOf({ location }: Diagnostic): number {
  return location?.range.start ?? 0;
}

function parseDocument(node: SourceNode, path: string, reader: PolicyReader): PolicyDocument | undefined {
  if (isOpenForm(reader, 'the policy', node, path)) return undefined;
  if (node.kind !== 'object') {
    mismatch(reader, node, path, 'a policy document, which is an object,');
    return undefined;
  }
  const members = membersOf(node, path, reader);
  reportUnknown(members, { path, ...GRAMMAR.document }, reader);
  const version = isMisspelt(members, 'Version')
    ? undefined
    : parseVersion(members.get('Version')?.value, node, path, reader);
  const id = parseId(members.get('Id')?.value, path, reader);
  const statements = isMisspelt(members, 'Statement')
    ? []
    : parseStatements(members.get('Statement')?.value, node, path, reader);
  reportCharacters(node, path, reader);
  return {
    ...(version ? { version } : {}),
    ...(id === undefined ? {} : { id }),
    statements,
    ...(reader.source && node.range ? { source: reader.source } : {}),
  };
}

/** A2, A3. */
function parseVersion(
  node: SourceNode | undefined,
  owner: SourceNode,
  path: string,
  reader: PolicyReader,
): PolicyVersion | undefined {
  const at = `${path}/Version`;
  if (!node) {
    report(reader, 'missing-version', { message: 'the document has no `Version`', path, range: firstCharacter(owner) });
    return undefined;
  }
  if (isOpenForm(reader, 'the version', node, at)) return undefined;
  if (node.kind !== 'string') {
    mismatch(reader, node, at, 'a string');
    return undefined;
  }
  if (node.text === '2012-10-17' || node.text === '2008-10-17') return node.text;
  report(reader, 'invalid-version', {
    message: `there is no policy version \`${node.text}\``,
    path: at,
    range: node.range,
  });
  return undefined;
}

/** A4. */
function parseId(node: SourceNode | undefined, path: string, reader: PolicyReader): string | undefined {
  if (!node) return undefined;
  if (node.kind !== 'string') {
    mismatch(reader, node, `${path}/Id`, 'a string');
    return undefined;
  }
  if (reader.type.id === 'forbidden') {
    report(reader, 'unexpected-id', {
      message: `${article(reader)} has no \`Id\``,
      path: `${path}/Id`,
      range: node.range,
    });
  }
  return node.text;
}

function article({ type }: PolicyReader): string {
  return `${/^[aeiou]/.test(type.title) ? 'an' : 'a'} ${type.title}`;
}

/** A5. */
function parseStatements(
  node: SourceNode | undefined,
  owner: SourceNode,
  path: string,
  reader: PolicyReader,
): Statement[] {
  const at = `${path}/Statement`;
  if (!node) {
    report(reader, 'missing-statement', {
      message: 'the document has no `Statement`',
      path,
      range: firstCharacter(owner),
    });
    return [];
  }
  if (isOpenForm(reader, 'the statements', node, at)) return [];
  if (node.kind !== 'object' && node.kind !== 'array') {
    mismatch(reader, node, at, 'a statement or a list of statements');
    return [];
  }
  const items = node.kind === 'array' ? node.items : [node];
  if (items.length === 0)
    report(reader, 'missing-statement', { message: 'the list of statements is empty', path: at, range: node.range });
  const statements = items.flatMap((item, index) => {
    const place = node.kind === 'array' ? at + pointerStep(index) : at;
    return parseStatement(item, { index, path: place }, reader) ?? [];
  });
  reportDuplicateSids(statements, items, at, reader);
  return statements;
}

/** A13. */
function reportDuplicateSids(
  statements: readonly Statement[],
  items: readonly SourceNode[],
  path: string,
  reader: PolicyReader,
): void {
  // AWS: IAM refuses it; other services only advise against it (A13).
  const severity = reader.type.sid === 'alphanumeric' ? {} : ({ severity: 'warning' } as const);
  const seen = new Set<string>();
  for (const { sid, index } of statements) {
    if (sid && seen.has(sid)) {
      report(reader, 'duplicate-sid', {
        ...severity,
        message: `the Sid \`${sid}\` is used twice`,
        path: `${path}/${index}/Sid`,
        range: member(items[index], 'Sid')?.range,
      });
    }
    if (sid) seen.add(sid);
  }
}

/** A8, for the policies that IAM stores: what they hold, not how the file spells it. */
function reportCharacters(node: SourceNode, path: string, reader: PolicyReader): void {
  if (reader.type.sid !== 'alphanumeric' || reader.plain) return;
  if (node.kind === 'object') {
    for (const { key, keyRange, value } of node.members) {
      reportCharacter(key, path + pointerStep(key), keyRange, reader);
      reportCharacters(value, path + pointerStep(key), reader);
    }
  } else if (node.kind === 'array') {
    for (const [index, item] of node.items.entries()) reportCharacters(item, path + pointerStep(index), reader);
  } else reportCharacter(node.text, path, node.range, reader);
}

/** The text has no character to report, nor an escape that could stand for one. */
function isPlain(source: SourceText): boolean {
  if (source.text.length < LONG) return isPlainText(source);
  const known = PLAIN.get(source) ?? isPlainText(source);
  PLAIN.set(source, known);
  return known;
}

/** A plan or a dump holds many policies, and is looked through once. */
const LONG = 50_000;
const PLAIN = new WeakMap<SourceText, boolean>();

function isPlainText({ text }: SourceText): boolean {
  return !/[^\t\n\r\u0020-\u00ff]|\\[uULP]/.test(text);
}

function reportCharacter(value: string, path: string, range: SourceNode['range'], reader: PolicyReader): void {
  const found = /[^\t\n\r\u0020-\u00ff]/u.exec(knownText(value))?.[0];
  if (found === undefined) return;
  const code = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  report(reader, 'invalid-character', {
    message: `the character ${code} is not allowed in ${article(reader)}`,
    path,
    range,
  });
}

function firstCharacter({ range }: SourceNode): SourceNode['range'] {
  return range && { start: range.start, end: range.start + 1 };
}
