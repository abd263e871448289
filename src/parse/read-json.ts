/** JSON text to a tree, strictly as AWS reads it, with every syntax problem and its place. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Diagnostic, SourceText } from '../language/index.ts';
import { MOST_LEVELS, problem, type ReadResult, tooDeep, tooLong } from './read-result.ts';
import type { Member, SourceNode } from './source-node.ts';

export interface JsonOptions {
  /** Allow comments and trailing commas (configuration files); AWS takes neither. */
  readonly comments?: boolean;
}

export function readJson(source: SourceText, options: JsonOptions = {}): ReadResult {
  const refused = tooLong(source) ?? depthProblem(source);
  if (refused) return { diagnostics: [refused] };
  const errors: ParseError[] = [];
  const comments = options.comments === true;
  const root = parseTree(source.text, errors, { disallowComments: !comments, allowTrailingComma: comments });
  // One mistake often is several errors at one place; the first says it best.
  const first = errors.filter((error, index) => errors.findIndex(({ offset }) => offset === error.offset) === index);
  const diagnostics = first.map((error) => syntaxProblem(error, source));
  if (source.text.startsWith('\uFEFF')) {
    return {
      diagnostics: [
        problem('json-syntax', {
          message: 'the text begins with a byte order mark',
          path: '',
          source,
          range: { start: 0, end: 1 },
          help: 'save the file as UTF-8 without a byte order mark',
        }),
      ],
    };
  }
  if (!root || diagnostics.length > 0) return { diagnostics };
  return { node: convert(root, source.text), diagnostics };
}

/** jsonc-parser's tree builder calls itself for each level, so the depth is counted first; brackets in strings do not count. */
function depthProblem(source: SourceText): Diagnostic | undefined {
  let depth = 0;
  for (const { 0: token, index } of source.text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[\]{}]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth > MOST_LEVELS) return tooDeep(source, index);
  }
  return undefined;
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

/** By the names that jsonc-parser gives its errors. */
const SYNTAX_WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'not a JSON value',
  InvalidNumberFormat: 'not a JSON number',
  PropertyNameExpected: 'a key in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected after the key',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing brace is expected here',
  CloseBracketExpected: 'a closing bracket is expected here',
  EndOfFileExpected: 'nothing may follow the document',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'a comment is not closed',
  UnexpectedEndOfString: 'a string is not closed',
  UnexpectedEndOfNumber: 'a number is not finished',
  InvalidUnicode: 'a \\u escape needs four hexadecimal digits',
  InvalidEscapeCharacter: 'no such escape in a JSON string',
  InvalidCharacter: 'a control character stands in a string',
};

function syntaxProblem(error: ParseError, source: SourceText): Diagnostic {
  const range = { start: error.offset, end: error.offset + Math.max(error.length, 1) };
  const found = source.text.slice(range.start, range.end).trim();
  const what = SYNTAX_WORDS[printParseErrorCode(error.error)] ?? 'not valid JSON';
  const message = found && found.length <= 40 && !/\s/.test(found) ? `${what}, found \`${found}\`` : what;
  return problem('json-syntax', { message, path: '', source, range });
}
